import CEL
import Columns
import Evaluator
import JSON
import Platform
import Populations
import Records
import Reports
import RuleReview

/// A run of which not all is asked: by columns, on several threads.
///
/// Writes what `CheckRun` would write.
struct ColumnRun {
  let evaluator: PackEvaluator
  let jobs: Int
  let plan: ColumnPlan
  private var tally: RecordTally
  private let typeName: Text?
  /// What all records decide together; nil where each is judged alone.
  private var population: PopulationJudge?

  /// A source, and the record type of its records that name none.
  struct Input {
    let source: RecordSource
    let typeName: Text?
  }

  /// - Parameter writesFindings: true where violated findings are written.
  init(
    _ evaluator: PackEvaluator, _ tally: RecordTally, typeName: Text?, jobs: Int, writesFindings: Bool = false
  ) {
    self.evaluator = evaluator
    self.tally = tally
    self.typeName = typeName
    self.jobs = jobs
    plan = ColumnPlan(
      evaluator, typeName: typeName, writesFindings: writesFindings, apart: tally.waivers?.records ?? []
    ) { tally.policy.fails($0, $1) }
  }

  /// True for what columns can do.
  static func suits(_ pack: CompiledPack, _ format: ReportFormat, _ only: ReportOptions.Only) -> Bool {
    format == .ndjson && only != .all && pack.scores.isEmpty
  }

  /// - Parameters:
  ///   - register: sources of past decisions; none of them can be read but once, where records are judged together.
  ///   - records: what is written of each record; asked once for each thread.
  /// - Throws: `SourceError` and `OutputError`.
  mutating func run(
    _ sources: [RecordSource], register: [RecordSource], _ writer: inout any ReportWriter,
    _ records: () -> RecordOutput, _ target: OutputTarget
  ) throws -> ExitStatus {
    let inputs =
      sources.map { Input(source: $0, typeName: typeName) }
      + register.map { Input(source: $0, typeName: evaluator.pack.register?.recordType) }
    let workers = ColumnPipeline(plan, jobs: jobs).makeWorkers(records)
    var task = ChunkTask.verdicts
    if evaluator.pack.looksBeyondRecords {
      let passes = PopulationPasses(evaluator: evaluator, inputs: inputs, plan: plan, workers: workers)
      let (index, outcome) = try passes.run(hasRegister: !register.isEmpty)
      population = PopulationJudge(evaluator, index, outcome)
      task = .settled(index, outcome)
    }
    var output: [UInt8] = []
    writer.begin(into: &output)
    do {
      try judge(inputs, task, workers, &writer, &output, target)
    } catch let error as SourceError {
      // What was read before the break has been judged.
      try target.write(output)
      throw error
    }
    tally.end(population?.outcome, &writer, into: &output)
    try target.write(output)
    try target.finish()
    return tally.status
  }

  private mutating func judge(
    _ inputs: [Input], _ task: ChunkTask, _ workers: [ChunkWorker], _ writer: inout any ReportWriter,
    _ output: inout [UInt8], _ target: OutputTarget
  ) throws {
    let pipeline = ColumnPipeline(plan, jobs: workers.count)
    let keys = SeenKeys()
    let sources = inputs.map(\.source)
    for (place, input) in inputs.enumerated() {
      let records = try ChunkedRecords(input.source)
      let file = input.source.name
      for worker in workers { worker.begin(task, typeName: input.typeName, source: place, file: file) }
      let decoder = RecordDecoder(evaluator.pack, typeName: input.typeName, asOf: evaluator.asOf)
      var line = records.firstLine
      try records.run(pipeline, workers) { batch in
        tally.summary.add(batch.output)
        tally.hasFailed = tally.hasFailed || batch.output.hasFailure
        let repeated = keys.add(batch.output.keys, source: place, firstLine: line)
        try batch.deliver(repeated: repeated, line: line) { lines in
          if output.count + lines.count < Self.pieceSize {
            output += lines
          } else {
            try target.write(output)
            output.removeAll(keepingCapacity: true)
            try target.write(lines)
          }
        } again: { bytes, origin, first in
          let first = first.map { (source: sources[$0.source], line: $0.line) }
          let item = again(decoder.decode(bytes, in: input.source, at: origin), first)
          try judge(item, &writer, &output, target)
        }
        line += batch.output.lineFeeds
      }
      guard let rest = records.rest else { continue }
      var others = RecordReader(
        rest, at: place, of: sources, evaluator.pack, typeName: input.typeName, asOf: evaluator.asOf,
        seen: keys)
      while let item = try others.next() { try judge(item, &writer, &output, target) }
    }
  }

  /// How much of the judging of some records the interpreter does: with what all of them decide, where they can be read
  /// more than once.
  func count(_ sources: [RecordSource]) throws -> InterpretedShare {
    let pipeline = ColumnPipeline(plan, jobs: jobs)
    let workers = pipeline.makeWorkers()
    var task = ChunkTask.verdicts
    if evaluator.pack.looksBeyondRecords, !sources.contains(.standardInput) {
      let inputs = sources.map { Input(source: $0, typeName: typeName) }
      let passes = PopulationPasses(evaluator: evaluator, inputs: inputs, plan: plan, workers: workers)
      let (index, outcome) = try passes.run(hasRegister: false)
      task = .settled(index, outcome)
    }
    let judges = pipeline.makeWorkers()
    for (place, source) in sources.enumerated() {
      for worker in judges { worker.begin(task, typeName: typeName, source: place) }
      try ChunkedRecords(source).run(pipeline, judges) { _ in }
    }
    return judges.reduce(into: InterpretedShare()) { $0.add($1) }
  }

  private func evaluate(_ located: LocatedRecord) -> Evaluation {
    population?.evaluate(located.record, key: located.key.text) ?? evaluator.evaluate(located.record)
  }

  /// Judges a record that was read as a tree.
  private mutating func judge(
    _ item: Result<LocatedRecord, Rejection>, _ writer: inout any ReportWriter, _ output: inout [UInt8],
    _ target: OutputTarget
  ) throws {
    let rejection: Rejection
    switch item {
    case .failure(let found): rejection = found
    case .success(let located):
      switch evaluate(located) {
      case .judged(let result):
        let reported = tally.add(located, result)
        // What is only there for other records to look at has nothing of its own to tell.
        if population != nil, result.findings.isEmpty, result.verdicts.isEmpty, located.warnings.isEmpty {
          return
        }
        writer.record(reported, into: &output)
        try handOn(&output, target)
        return
      case .refused(let refusal):
        rejection = Rejection(
          place: located.place, type: located.record.type.name, key: located.key, reason: .refused(refusal))
      }
    }
    tally.add(rejection)
    writer.rejected(rejection, into: &output)
    try handOn(&output, target)
  }

  private func handOn(_ output: inout [UInt8], _ target: OutputTarget) throws {
    guard output.count >= Self.pieceSize else { return }
    try target.write(output)
    output.removeAll(keepingCapacity: true)
  }

  /// Output is handed on in pieces of about this many bytes.
  private static let pieceSize = 1 << 16

  /// What is to be judged of a record that columns left, or whose key has been seen.
  ///
  /// - Parameter first: where a record of the same key stands; this one was judged then and is taken back.
  private mutating func again(
    _ item: Result<LocatedRecord, Rejection>, _ first: (source: RecordSource, line: Int)?
  ) -> Result<LocatedRecord, Rejection> {
    guard let first, case .success(let located) = item else { return item }
    if !plan.leavesApart(located.key.text), case .judged(let result) = evaluate(located) {
      tally.summary.remove(result)
    }
    let place = SourcePlace(
      first.source, JSONPosition(byte: 0, line: first.line, column: 1), wholeLine: true)
    return .failure(
      Rejection(
        place: located.place, type: located.record.type.name, key: located.key,
        reason: .duplicateKey(located.key, first: place)))
  }
}

extension ReportSummary {
  fileprivate mutating func add(_ batch: BatchOutput) {
    records += batch.records
    for (place, count) in batch.outcomes.enumerated() { findings[place] += count }
    for (award, counts) in batch.verdicts.enumerated() {
      for (standing, count) in counts.enumerated() { verdicts[award][standing] += count }
    }
  }
}
