import ArgumentParser
import Evaluator
import JSON
import Reports
import RulePacks

/// `binhxet kinds [NAME]`
struct KindsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: "List the kinds of rules, or show one with its parameters and examples.",
    discussion: """
      Examples:
        binhxet kinds
        binhxet kinds threshold --lang en
        binhxet kinds --pack rules/ba-to-2021
        binhxet kinds periodicReport --pack rules/ba-to-2021
      """)

  @Argument(help: "Name of a kind.")
  var name: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Folder of a pack whose template kinds are listed too.", valueName: "folder"),
    completion: .directory)
  var pack: String?

  @Option(name: .long, help: "Language of the descriptions: vi or en.")
  var lang: Language = .vi

  func run() throws {
    let registry = BinhXetCommand.kinds
    let kinds = registry.names.compactMap(registry.description) + (try templates())
    var output: [UInt8] = []
    let pages = KindPages(lang)
    if let name {
      guard let description = kinds.first(where: { $0.name == Text(name) }) else {
        throw ValidationError(Unknown.name(Text(name), among: kinds.map(\.name), what: "kind"))
      }
      pages.page(description, into: &output)
    } else {
      pages.list(kinds, into: &output)
    }
    try Failures.reported(lang) { try OutputTarget(nil).write(output) }
  }

  private func templates() throws -> [KindDescription] {
    guard let pack else { return [] }
    let (open, loading) = PackLoader(registry: BinhXetCommand.kinds).open(folder: pack)
    guard let open else {
      _ = try PackOptions.sound(loading, language: lang)
      return []
    }
    return open.templates
  }
}
