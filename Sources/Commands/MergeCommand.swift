import ArgumentParser
import Evaluator
import JSON
import Platform
import Records
import Reports

/// `binhxet merge PARTS…`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join parts that check --partial wrote into the result of one run.",
    discussion: """
      The pack stands in the parts, and so do waivers. Parts are given in the order of their records; the result is,
      byte for byte, what check would have written of all records at once.

      Example:
        binhxet check rules/vn-law-2022 units.ndjson --related units.ndjson --as-of 2024-12-20 --partial 0.part
        binhxet check rules/vn-law-2022 people.ndjson --related units.ndjson --as-of 2024-12-20 --partial 1.part
        binhxet merge 0.part 1.part --related units.ndjson --only rosters
      """)

  @Argument(help: "Parts, in the order of their records.", completion: .file())
  var parts: [String]

  @OptionGroup var shared: SharedRecordOptions
  @OptionGroup var policy: FailurePolicy

  @Option(name: .long, help: "Format of the result.")
  var format: ReportFormat = .text

  @Option(name: .long, help: "What to print of each record.")
  var only: ReportOptions.Only = .all

  @Option(
    name: .shortAndLong, help: "File for the result, written whole or not at all (default: standard output).",
    completion: .file())
  var output: String?

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func run() throws {
    let status = try Failures.reported(lang) {
      let merge = try MergeRun(parts, related: shared.relatedSources, register: shared.registerSources)
      let header = ReportHeader(
        merge.evaluator.pack, asOf: merge.evaluator.asOf, toolVersion: Text(BinhXetCommand.version),
        takesWaivers: merge.header.waivers != nil)
      let colour = output == nil && format == .text && isatty(STDOUT_FILENO) != 0
      var writer = format.writer(header, ReportOptions(language: lang, only: only, usesColour: colour))
      let target = try OutputTarget(output)
      do {
        return try merge.run(policy, only, &writer, target)
      } catch {
        target.discard()
        throw error
      }
    }
    if status != .clean { throw status.error }
  }
}
