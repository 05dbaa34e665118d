import ArgumentParser
import Evaluator
import Foundation
import JSON
import Records
import Reports

/// `binhxet check PACK RECORDS…`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check records: findings and verdicts.",
    discussion: """
      Examples:
        binhxet check rules/ba-to-2021 Examples/ba-to-2021/units.ndjson --as-of 2021-12-31
        binhxet check rules/ba-to-2021 units.ndjson --as-of 2022-01-20 --format json --output result.json
        cat units.ndjson | binhxet check rules/ba-to-2021 - --type unit --as-of 2021-12-31 --lang en
      """)

  @OptionGroup var pack: PackOptions
  @OptionGroup var input: RecordOptions
  @OptionGroup var policy: FailurePolicy

  @Option(name: .long, help: "Only this award, and the rules it asks for.")
  var award: String?

  @Option(name: .long, help: "Format of the result.")
  var format: ReportFormat = .text

  @Option(name: .long, help: "What to print of each record.")
  var only: ReportOptions.Only = .all

  @Option(
    name: .shortAndLong, help: "File for the result, written whole or not at all (default: standard output).",
    completion: .file())
  var output: String?

  @Option(
    name: .long,
    help: "Threads for --only verdicts and summary in ndjson, of one record a line (default: all processors)."
  )
  var jobs: Int?

  @Flag(
    name: .long, help: "Print how each rule runs over columns and what the interpreter does, then the counts."
  )
  var explainPlan = false

  func run() throws {
    let compiled = try award.map(restricted) ?? pack.load()
    let day = try input.day()
    let header = ReportHeader(compiled, asOf: day, toolVersion: Text(BinhXetCommand.version))
    let colour = output == nil && format == .text && isatty(STDOUT_FILENO) != 0
    let options = ReportOptions(language: pack.lang, only: only, usesColour: colour)
    let evaluator = PackEvaluator(compiled, asOf: day, timeZone: TimeZoneNames.offset)
    var writer = format.writer(header, options)
    let status = try Failures.reported(pack.lang) {
      let target = try OutputTarget(output)
      do {
        return try check(evaluator, &writer, target)
      } catch {
        target.discard()
        throw error
      }
    }
    if status != .clean { throw status.error }
  }

  private func check(
    _ evaluator: PackEvaluator, _ writer: inout any ReportWriter, _ target: OutputTarget
  ) throws -> ExitStatus {
    let typeName = input.type.map { Text($0) }
    if explainPlan || ColumnRun.suits(evaluator.pack, format, only) {
      var run = ColumnRun(
        evaluator, policy, typeName: typeName, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      guard !explainPlan else { return try PlanReport(pack.lang).run(run, input.sources, target) }
      return try run.run(input.sources, &writer, showsRecords: only == .verdicts, target)
    }
    var reader = RecordReader(input.sources, of: evaluator.pack, typeName: typeName, asOf: evaluator.asOf)
    var run = CheckRun(evaluator, policy)
    return try run.run(&reader, &writer, target)
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on, found \(jobs).") }
  }

  private func restricted(to award: String) throws -> CompiledPack {
    let whole = try pack.load()
    guard let part = whole.restricted(toAward: Text(award)) else {
      throw ValidationError(Unknown.name(Text(award), among: whole.awards.map(\.id), what: "award"))
    }
    return part
  }
}
