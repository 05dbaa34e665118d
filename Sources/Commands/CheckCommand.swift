import ArgumentParser
import Columns
import Evaluator
import JSON
import Platform
import Records
import Reports

/// `binhxet check PACK RECORDS…`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "binhxet",
    abstract: "Check records: findings, verdicts, groups and rosters.",
    discussion: """
      Examples:
        binhxet check rules/ba-to-2021 Examples/ba-to-2021/units.ndjson --as-of 2021-12-31
        binhxet check rules/ba-to-2021 units.ndjson --as-of 2022-01-20 --format json --output result.json
        binhxet check rules/vn-law-2022 people.ndjson units.ndjson --register decisions.ndjson --as-of 2024-12-20
        binhxet check rules/ba-to-2021 units.ndjson --as-of 2021-12-31 --waivers waivers.json
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
    help:
      "Findings on records that somebody answers for: a file of waivers (rules/schema/waivers.schema.json).",
    completion: .file())
  var waivers: String?

  @OptionGroup var shared: SharedRecordOptions
  @OptionGroup var slice: SliceOptions

  @Option(
    name: .long,
    help: "Threads for --only verdicts, violated and summary in ndjson (default: all processors)."
  )
  var jobs: Int?

  @Flag(
    name: .long, help: "Print how each rule runs over columns and what the interpreter does, then the counts."
  )
  var explainPlan = false

  func run() throws {
    let compiled = try award.map(restricted) ?? pack.load()
    try requireRegister(compiled)
    let day = try input.day()
    let waivers = try Failures.reported(pack.lang) {
      try self.waivers.map { try WaiverSheet.load($0, isRestricted: award != nil, pack.lang) }
    }
    let header = ReportHeader(
      compiled, asOf: day, toolVersion: Text(BinhXetCommand.version), takesWaivers: waivers != nil)
    let colour = output == nil && format == .text && isatty(STDOUT_FILENO) != 0
    let options = ReportOptions(language: pack.lang, only: only, usesColour: colour)
    let evaluator = PackEvaluator(compiled, asOf: day, timeZone: TimeZoneNames.offset)
    if let path = slice.partial { return try checkSlice(evaluator, path, waivers) }
    let tally = RecordTally(compiled, policy, waivers?.waivers(of: compiled, asOf: day))
    var writer = format.writer(header, options)
    let status = try Failures.reported(pack.lang) {
      let target = try OutputTarget(output)
      do {
        return try check(evaluator, tally, &writer, target)
      } catch {
        target.discard()
        throw error
      }
    }
    // Everything is written; to take a pack of thousands of nodes apart before the process ends would take a tenth of a
    // short run.
    withExtendedLifetime((compiled, evaluator, writer)) { endProcess(status.rawValue) }
  }

  /// One slice of the records: what is printed comes of all, by `merge`.
  private func checkSlice(
    _ evaluator: PackEvaluator, _ path: String, _ waivers: WaiverSheet?
  ) throws {
    let typeName = input.type.map { Text($0) }
    let status = try Failures.reported(pack.lang) {
      let related = try RelatedRecords(
        evaluator, typeName, shared.relatedSources, register: shared.registerSources)
      var run = SliceRun(evaluator, policy, typeName, related, isWhole: only.showsRecords, waivers)
      let target = try OutputTarget(path == "-" ? nil : path)
      do {
        return try run.run(input.sources, origin: slice.origin, target)
      } catch {
        target.discard()
        throw error
      }
    }
    if status != .clean { throw status.error }
  }

  private func check(
    _ evaluator: PackEvaluator, _ tally: RecordTally, _ writer: inout any ReportWriter, _ target: OutputTarget
  ) throws -> ExitStatus {
    let typeName = input.type.map { Text($0) }
    if explainPlan || ColumnRun.suits(evaluator.pack, format, only) {
      var run = ColumnRun(
        evaluator, tally, typeName: typeName, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
        writesFindings: only == .violated && !explainPlan)
      guard !explainPlan else { return try PlanReport(pack.lang).run(run, input.sources, target) }
      let blank = writer
      return try rereading(evaluator.pack) { sources, decisions in
        try run.run(sources, register: decisions, &writer, { RecordOutput(only, format, blank) }, target)
      }
    }
    if evaluator.pack.looksBeyondRecords {
      return try checkTogether(evaluator, tally, typeName, &writer, target)
    }
    var reader = RecordReader(input.sources, of: evaluator.pack, typeName: typeName, asOf: evaluator.asOf)
    var run = CheckRun(evaluator, tally)
    return try run.run({ try reader.next() }, &writer, target)
  }

  /// Records that look beyond themselves: the input is read again and again.
  private func checkTogether(
    _ evaluator: PackEvaluator, _ tally: RecordTally, _ typeName: Text?, _ writer: inout any ReportWriter,
    _ target: OutputTarget
  ) throws -> ExitStatus {
    try rereading(evaluator.pack) { sources, decisions in
      let passes = RecordPasses(sources + decisions) {
        RecordReader(
          sources, of: evaluator.pack, typeName: typeName, asOf: evaluator.asOf, register: decisions)
      }
      let reading = PopulationReading(
        evaluator: evaluator, hasRegister: !decisions.isEmpty, passes: passes)
      var run = CheckRun(evaluator, tally, try reading.judge())
      return try run.run(passes.begin(), &writer, target)
    }
  }

  /// Hands over the sources of records and of past decisions, which can be read as often as the pack asks meanwhile.
  private func rereading<Result>(
    _ pack: CompiledPack, _ body: (_ records: [RecordSource], _ register: [RecordSource]) throws -> Result
  ) throws -> Result {
    let (records, register) = (input.sources, shared.registerSources)
    guard pack.looksBeyondRecords, (records + register).contains(.standardInput) else {
      return try body(records, register)
    }
    let spool = try Spool()
    func kept(_ sources: [RecordSource]) -> [RecordSource] {
      sources.map { $0 == .standardInput ? spool.source : $0 }
    }
    // The file goes with the spool.
    return try withExtendedLifetime(spool) { try body(kept(records), kept(register)) }
  }

  private func requireRegister(_ pack: CompiledPack) throws {
    guard !shared.register.isEmpty, pack.register == nil else { return }
    throw ValidationError("--register: the pack '\(pack.id.string)' declares no register of past decisions.")
  }

  func validate() throws {
    if (input.records + shared.register).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("'-' can be read only once.")
    }
    if slice.partial == nil, !shared.related.isEmpty {
      throw ValidationError("--related goes with --partial; a whole run takes the file among its records.")
    }
    if slice.place != nil, input.records.count != 1 {
      throw ValidationError("--place goes with one file of records.")
    }
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
