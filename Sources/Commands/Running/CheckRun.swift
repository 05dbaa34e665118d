import CEL
import Evaluator
import JSON
import Platform
import Populations
import Records
import Reports

/// One run over all records: read, judge, write, in order of input.
struct CheckRun {
  let evaluator: PackEvaluator
  /// What all records decide together; nil where each is judged alone.
  private let population: PopulationJudge?
  private var tally: RecordTally
  private let showsProgress = isatty(STDERR_FILENO) != 0

  init(_ evaluator: PackEvaluator, _ tally: RecordTally, _ population: PopulationJudge? = nil) {
    self.evaluator = evaluator
    self.population = population
    self.tally = tally
  }

  /// Output is handed on in pieces of about this many bytes.
  private static let pieceSize = 1 << 16

  /// - Parameter next: the next record or rejection, nil at the end.
  /// - Throws: what `next` throws, and `OutputError`.
  mutating func run(
    _ next: () throws -> Result<LocatedRecord, Rejection>?, _ writer: inout any ReportWriter,
    _ target: OutputTarget
  ) throws -> ExitStatus {
    var output: [UInt8] = []
    writer.begin(into: &output)
    do {
      try judgeAll(next, &writer, &output, target)
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

  private mutating func judgeAll(
    _ next: () throws -> Result<LocatedRecord, Rejection>?, _ writer: inout any ReportWriter,
    _ output: inout [UInt8], _ target: OutputTarget
  ) throws {
    while let item = try next() {
      switch item {
      case .success(let located): judge(located, &writer, &output)
      case .failure(let rejection): reject(rejection, &writer, &output)
      }
      if output.count >= Self.pieceSize {
        try target.write(output)
        output.removeAll(keepingCapacity: true)
      }
      showProgress()
    }
  }

  private mutating func judge(
    _ located: LocatedRecord, _ writer: inout any ReportWriter, _ output: inout [UInt8]
  ) {
    let evaluation =
      population?.evaluate(located.record, key: located.key.text) ?? evaluator.evaluate(located.record)
    switch evaluation {
    case .judged(let result):
      let reported = tally.add(located, result)
      // What is only there for other records to look at has nothing of its own to tell.
      if population != nil, result.findings.isEmpty, result.verdicts.isEmpty, located.warnings.isEmpty {
        return
      }
      writer.record(reported, into: &output)
    case .refused(let refusal):
      let rejection = Rejection(
        place: located.place, type: located.record.type.name, key: located.key, reason: .refused(refusal))
      reject(rejection, &writer, &output)
    }
  }

  private mutating func reject(
    _ rejection: Rejection, _ writer: inout any ReportWriter, _ output: inout [UInt8]
  ) {
    tally.add(rejection)
    writer.rejected(rejection, into: &output)
  }

  private func showProgress() {
    let count = tally.summary.records + tally.summary.rejected
    guard showsProgress, count % 10_000 == 0, count > 0 else { return }
    _ = Descriptor.standardError.write(Array("\r\(count) …".utf8))
  }
}
