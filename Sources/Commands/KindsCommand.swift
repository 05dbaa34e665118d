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
      """)

  @Argument(help: "Name of a kind.")
  var name: String?

  @Option(name: .long, help: "Language of the descriptions: vi or en.")
  var lang: Language = .vi

  func run() throws {
    let registry = BinhXetCommand.kinds
    var output: [UInt8] = []
    let pages = KindPages(lang)
    if let name {
      guard let description = registry.description(of: Text(name)) else {
        throw ValidationError(Unknown.name(Text(name), among: registry.names, what: "kind"))
      }
      pages.page(description, into: &output)
    } else {
      pages.list(registry.names.compactMap(registry.description), into: &output)
    }
    try Failures.reported(lang) { try OutputTarget(nil).write(output) }
  }
}
