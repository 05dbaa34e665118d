import Evaluator
import JSON

/// Counts over all records of a run.
public struct ReportSummary: Sendable, Equatable {
  public var records = 0
  public var rejected = 0
  /// By `Outcome.rawValue`.
  ///
  /// Waived ones count apart.
  public var findings = [Int](repeating: 0, count: Outcome.allCases.count)
  public var waived = 0
  /// By place of the award, then by `Verdict.Standing.rawValue`.
  public var verdicts: [[Int]]

  public init(_ pack: CompiledPack) {
    verdicts = pack.awards.map { _ in [Int](repeating: 0, count: Verdict.Standing.allCases.count) }
  }

  /// - Parameter waived: rules whose findings are waived.
  public mutating func add(_ result: RecordResult, waived: Set<Int> = []) { count(result, 1, waived) }

  /// Takes back what was added of a record.
  public mutating func remove(_ result: RecordResult) { count(result, -1, []) }

  private mutating func count(_ result: RecordResult, _ step: Int, _ waived: Set<Int>) {
    records += step
    for finding in result.findings {
      if waived.contains(finding.rule) {
        self.waived += step
      } else {
        findings[finding.outcome.rawValue] += step
      }
    }
    for verdict in result.verdicts { verdicts[verdict.award][verdict.standing.rawValue] += step }
  }

  public subscript(outcome: Outcome) -> Int { findings[outcome.rawValue] }
}
