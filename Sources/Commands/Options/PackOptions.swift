import ArgumentParser
import CEL
import Evaluator
import JSON
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

  /// The compiled pack; every defect goes to standard error, and the process ends with status 2 if there is one.
  func load() throws -> CompiledPack {
    var settings: [(name: Text, value: Text)] = []
    for setting in set {
      guard let split = setting.firstIndex(of: "=") else {
        throw ValidationError("--set takes NAME=VALUE, found '\(setting)'.")
      }
      settings.append(
        (Text(String(setting[..<split])), Text(String(setting[setting.index(after: split)...]))))
    }
    let loader = PackLoader(registry: BinhXetCommand.kinds)
    let loading = loader.load(
      folder: pack, options: LoadOptions(set: settings, enable: enable.map { Text($0) }))
    let texts = ProblemTexts(lang)
    for defect in loading.defects + loading.warnings { StandardError.write(texts.excerpt(defect)) }
    guard let compiled = loading.pack, loading.defects.isEmpty else {
      StandardError.write(texts.refused(pack: pack, count: loading.defects.count))
      throw (loading.isUnreadable ? ExitStatus.inputUnreadable : .packInvalid).error
    }
    return compiled
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
