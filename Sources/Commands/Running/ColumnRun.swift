import CEL
import Columns
import Evaluator
import Foundation
import JSON
import Records
import Reports

/// A run of which only verdicts or counts are asked: of sources of one record a line by columns, on several threads.
///
/// Writes what `CheckRun` would write.
struct ColumnRun {
  let evaluator: PackEvaluator
  let policy: FailurePolicy
  let typeName: Text?
  let jobs: Int
  let plan: ColumnPlan
  private(set) var summary: ReportSummary
  private var hasFailed = false
  private let decoder: RecordDecoder

  init(_ evaluator: PackEvaluator, _ policy: FailurePolicy, typeName: Text?, jobs: Int) {
    self.evaluator = evaluator
    self.policy = policy
    self.typeName = typeName
    self.jobs = jobs
    plan = ColumnPlan(evaluator, typeName: typeName) { policy.fails($0, $1) }
    summary = ReportSummary(evaluator.pack)
    decoder = RecordDecoder(evaluator.pack, typeName: typeName, asOf: evaluator.asOf)
  }

  /// True for what columns can do.
  static func suits(_ pack: CompiledPack, _ format: ReportFormat, _ only: ReportOptions.Only) -> Bool {
    format == .ndjson && (only == .verdicts || only == .summary) && pack.judgesEachRecordAlone
  }

  /// - Throws: `SourceError` and `OutputError`.
  mutating func run(
    _ sources: [RecordSource], _ writer: inout any ReportWriter, showsRecords: Bool, _ target: OutputTarget
  ) throws -> ExitStatus {
    let pipeline = ColumnPipeline(plan, jobs: jobs)
    let workers = pipeline.makeWorkers()
    let keys = SeenKeys()
    var output: [UInt8] = []
    writer.begin(into: &output)
    for (place, source) in sources.enumerated() {
      let reader = try ByteReader(source)
      guard try RecordLayout.of(source, reader) == .lines else {
        var records = RecordReader(
          reader, at: place, of: sources, evaluator.pack, typeName: typeName, asOf: evaluator.asOf, seen: keys
        )
        while let item = try records.next() { try judge(item, &writer, &output, target) }
        continue
      }
      var line = 1
      try pipeline.run(reader, workers) { batch in
        summary.add(batch.output)
        hasFailed = hasFailed || batch.output.hasFailure
        let repeated = keys.add(batch.output.keys, source: place, firstLine: line)
        try batch.deliver(repeated: repeated, line: line) { lines in
          guard showsRecords else { return }
          output += lines
          try handOn(&output, target)
        } again: { bytes, line, first in
          reject(bytes, source, line, first.map { (sources[$0.source], $0.line) }, &writer, &output)
          try handOn(&output, target)
        }
        line += batch.output.lineFeeds
      }
    }
    writer.end(summary, into: &output)
    try target.write(output)
    try target.finish()
    if summary.rejected > 0 { return .recordsRejected }
    return hasFailed ? .findings : .clean
  }

  /// How much of the judging of some records the interpreter does.
  func count(_ sources: [RecordSource]) throws -> InterpretedShare {
    let pipeline = ColumnPipeline(plan, jobs: jobs)
    let workers = pipeline.makeWorkers()
    for source in sources {
      let reader = try ByteReader(source)
      guard try RecordLayout.of(source, reader) == .lines else { continue }
      try pipeline.run(reader, workers) { _ in }
    }
    return workers.reduce(into: InterpretedShare()) { $0.add($1) }
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
      switch evaluator.evaluate(located.record) {
      case .judged(let result):
        summary.add(result)
        hasFailed = hasFailed || policy.fails(result, evaluator.pack)
        writer.record(ReportedRecord(located, result), into: &output)
        try handOn(&output, target)
        return
      case .refused(let refusal):
        rejection = Rejection(place: located.place, key: located.key, reason: .refused(refusal))
      }
    }
    summary.rejected += 1
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

  /// Reads a record once more, now to tell what is wrong with it.
  private mutating func reject(
    _ bytes: [UInt8], _ source: RecordSource, _ line: Int, _ first: (source: RecordSource, line: Int)?,
    _ writer: inout any ReportWriter, _ output: inout [UInt8]
  ) {
    let origin = JSONPosition(byte: 0, line: line, column: 1)
    let rejection: Rejection
    do throws(JSONError) {
      let document = try JSONDocument.parse(bytes, origin: origin)
      switch decoder.decode(document.root, in: source) {
      case .failure(let found): rejection = found
      case .success(let located):
        guard let found = refusal(located, first) else { return }
        rejection = found
      }
    } catch {
      rejection = Rejection(place: SourcePlace(source, error.position), key: nil, reason: .json(error))
    }
    summary.rejected += 1
    writer.rejected(rejection, into: &output)
  }

  /// Why a record of sound shape is not judged; one whose key stands twice was judged and is taken back.
  private mutating func refusal(
    _ located: LocatedRecord, _ first: (source: RecordSource, line: Int)?
  ) -> Rejection? {
    switch evaluator.evaluate(located.record) {
    case .refused(let refusal):
      return Rejection(place: located.place, key: located.key, reason: .refused(refusal))
    case .judged(let result):
      guard let first else { return nil }
      summary.remove(result)
      let place = SourcePlace(
        first.source, JSONPosition(byte: 0, line: first.line, column: 1), wholeLine: true)
      return Rejection(
        place: located.place, key: located.key, reason: .duplicateKey(located.key, first: place))
    }
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
