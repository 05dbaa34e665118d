import ArgumentParser
import Evaluator
import JSON
import Platform
import Reports
import RulePacks
import RuleReview

/// `binhxet trace PACKS…`
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Print which rules check each requirement of a source, and which cases test them.",
    discussion: """
      Examples:
        binhxet trace rules/ba-to-2021
        binhxet trace rules/* --gaps

      Fails (exit code 1) where a requirement of trace.json has neither a rule nor a reason, where it names a rule that \
      isn't there, and where no case shows an enabled rule satisfied, violated, undetermined or, where it can be, not \
      applicable.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: "Folders of rule packs; of several, those without pack.json and trace.json are passed over.",
    completion: .directory)
  var packs: [String]

  @Flag(name: .long, help: "Only requirements with a gap.")
  var gaps = false

  @Option(name: .long, help: "Format of the result.")
  var format: Format = .text

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func run() throws {
    let loader = PackLoader(registry: BinhXetCommand.kinds)
    let target = try OutputTarget(nil)
    var traces: [(folder: Text, report: TraceReport)] = []
    let text = TraceText(
      lang, usesColour: format == .text && isatty(STDOUT_FILENO) != 0, showsAll: !gaps)
    for folder in PackFolders.named(packs, holding: ["pack.json", "trace.json"]) {
      let (open, loading) = loader.open(folder: folder)
      guard let open else {
        _ = try PackOptions.sound(loading, language: lang)
        continue
      }
      let report = TraceRun(folder: folder, open, loader: loader).report()
      traces.append((Text(folder), report))
      guard format == .text else { continue }
      var output: [UInt8] = []
      text.pack(Text(folder), report, into: &output)
      try target.write(output)
    }
    if format == .json {
      try target.write(
        TraceJSON(ProblemTexts(lang), toolVersion: Text(BinhXetCommand.version)).bytes(traces))
    }
    if !traces.allSatisfy(\.report.isComplete) { throw ExitStatus.findings.error }
  }
}
