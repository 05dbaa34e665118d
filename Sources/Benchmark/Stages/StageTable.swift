import CEL
import Evaluator
import JSON
import Records
import Reports

/// Runs the stages of a check, alone and together.
enum StageTable {
  /// One line of the table.
  struct Stage {
    let name: String
    let seconds: Double
    let records: Int
    let bytes: Int
    let peak: Int?

    func printLine() {
      let rate = Figure.count(Double(records) / seconds)
      let throughput = Figure.count(Double(bytes) / seconds / 1e6)
      print(
        name.padding(to: 34), Figure.padded(rate, to: 12), Figure.padded(throughput, to: 8),
        Figure.padded(peak.map { Figure.bytes(Double($0)) } ?? "–", to: 12))
    }
  }

  static func printHeading() {
    print(
      "stage".padding(to: 34), Figure.padded("records/s", to: 12), Figure.padded("MB/s", to: 8),
      Figure.padded("peak memory", to: 12))
  }

  static func stages(_ context: StageContext) throws -> [Stage] {
    [
      try stage("JSON reading", context) { try read(context) },
      try stage("JSON reading and binding", context) { try bind(context) },
      try interpretation(context),
      try stage("whole, findings counted", context) { try check(context, NoReport.self) },
      try stage("whole, text report", context) { try check(context, TextReport.self) },
      try stage("whole, NDJSON report", context) { try check(context, NDJSONReport.self) },
    ]
  }

  private static func stage(
    _ name: String, _ context: StageContext, _ work: () throws -> Void
  ) rethrows -> Stage {
    try stage(name, records: context.records, bytes: context.input.byteCount, work)
  }

  static func stage(_ name: String, records: Int, bytes: Int, _ work: () throws -> Void) rethrows -> Stage {
    MemoryGauge.reset()
    let (_, seconds) = try Stopwatch.time(work)
    return Stage(name: name, seconds: seconds, records: records, bytes: bytes, peak: MemoryGauge.peak())
  }

  private static func read(_ context: StageContext) throws {
    var parser = JSONParser()
    try context.forEachLine { _ = try parser.parse($0) }
  }

  private static func bind(_ context: StageContext) throws {
    guard let type = context.recordType else { return }
    let binder = RecordBinder(schema: context.pack.schema, asOf: context.asOf)
    var parser = JSONParser()
    try context.forEachLine { _ = binder.bind(try parser.parse($0).root, as: type, ignoring: ["type"]) }
  }

  /// Records are bound before the clock starts.
  private static func interpretation(_ context: StageContext) throws -> Stage {
    guard let type = context.recordType else { throw BenchmarkFailure.noRecords }
    let binder = RecordBinder(schema: context.pack.schema, asOf: context.asOf)
    let records = try context.input.lines.compactMap {
      binder.bind(try JSONDocument.parse($0).root, as: type, ignoring: ["type"]).record
    }
    guard !records.isEmpty else { throw BenchmarkFailure.noRecords }
    let evaluator = PackEvaluator(context.pack, asOf: context.asOf)
    return stage("interpretation", context) {
      for number in 0..<context.records { _ = evaluator.evaluate(records[number % records.count]) }
    }
  }

  /// The check as the command runs it, from the file; the bytes of the report are dropped.
  private static func check<Writer: ReportWriter>(_ context: StageContext, _: Writer.Type) throws {
    let evaluator = PackEvaluator(context.pack, asOf: context.asOf)
    var reader = RecordReader([context.input.source], of: context.pack, typeName: nil, asOf: context.asOf)
    var writer = Writer(ReportHeader(context.pack, asOf: context.asOf, toolVersion: "0"), ReportOptions())
    var summary = ReportSummary(context.pack)
    var output: [UInt8] = []
    writer.begin(into: &output)
    while let next = try reader.next() {
      switch next {
      case .success(let located):
        guard case .judged(let result) = evaluator.evaluate(located.record) else { continue }
        summary.add(result)
        writer.record(ReportedRecord(located, result), into: &output)
      case .failure(let rejection): writer.rejected(rejection, into: &output)
      }
      output.removeAll(keepingCapacity: true)
    }
    writer.end(summary, into: &output)
    guard summary.records == context.records else { throw BenchmarkFailure.rejectedRecords }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
