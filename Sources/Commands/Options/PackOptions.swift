import ArgumentParser
import CEL
import Evaluator
import JSON
import Platform
import Reports
import RulePacks

/// Which pack is read, and how the committee has set it.
struct PackOptions: ParsableArguments {
  @Argument(help: "Folder of the rule pack.", completion: .directory)
  var pack: String

  @Option(
    name: .long, help: ArgumentHelp("Set a parameter of the pack; repeat for more.", valueName: "name=value"))
  var set: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Switch on a rule that the committee may choose.", valueName: "rule"))
  var enable: [String] = []

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  @Flag(name: .long, help: "Check the pack anew, even where it hasn't changed since it was checked.")
  var noCache = false

  /// The compiled pack; every defect goes to standard error, and the process ends if there is one.
  func load() throws -> CompiledPack {
    try Self.load(pack, try options(), language: lang, isKept: !noCache)
  }

  /// How the committee has set the pack.
  func options() throws -> LoadOptions {
    var settings: [(name: Text, value: Text)] = []
    for argument in set {
      guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
        throw ValidationError("--set takes NAME=VALUE, found '\(argument)'.")
      }
      let value = argument[argument.index(after: equals)...]
      settings.append((Text(String(argument[..<equals])), Text(String(value))))
    }
    return LoadOptions(set: settings, enable: enable.map { Text($0) })
  }

  /// - Parameter isKept: whether what was checked before is taken without checking it again.
  static func load(
    _ folder: String, _ options: LoadOptions, language: Language, isKept: Bool = true
  ) throws -> CompiledPack {
    let loader = PackLoader(registry: BinhXetCommand.kinds)
    guard isKept, let cache = PackCache(environment: ProcessInfo.processInfo.environment),
      let place = PackPlace(folder)
    else { return try sound(loader.load(folder: folder, options: options), language: language) }
    let early = BinhXetCommand.earlyPack?.loading(of: place, options)
    return try sound(early ?? cache.load(place, options, loader), language: language)
  }

  /// The pack that was loaded; every defect and warning goes to standard error, and a defect ends the process.
  static func sound(_ loading: PackLoading, language: Language) throws -> CompiledPack {
    let texts = ProblemTexts(language)
    for defect in loading.defects + loading.warnings { StandardError.write(texts.excerpt(defect)) }
    guard let pack = loading.pack else {
      throw (loading.isUnreadable ? ExitStatus.inputUnreadable : .packInvalid).error
    }
    return pack
  }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "vi": self = .vi
    case "en": self = .en
    default: return nil
    }
  }

  public var defaultValueDescription: String { self == .vi ? "vi" : "en" }
  public static var allValueStrings: [String] { ["vi", "en"] }
}
