import Evaluator
import Records
import RuleReview

/// A record with everything that was found about it.
public struct ReportedRecord: Sendable {
  public let located: LocatedRecord
  public let result: RecordResult
  /// By place of the rule in the pack: on whose word its finding passes.
  public let waivers: [Int: Waiver]

  public init(_ located: LocatedRecord, _ result: RecordResult, waivers: [Int: Waiver] = [:]) {
    self.located = located
    self.result = result
    self.waivers = waivers
  }

  /// The findings of an outcome that nobody waives.
  func count(_ outcome: Outcome) -> Int {
    result.findings.count { $0.outcome == outcome && waivers[$0.rule] == nil }
  }
}
