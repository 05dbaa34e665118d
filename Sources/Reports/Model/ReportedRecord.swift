import Evaluator
import Records

/// A record with everything that was found about it.
public struct ReportedRecord: Sendable {
  public let located: LocatedRecord
  public let result: RecordResult

  public init(_ located: LocatedRecord, _ result: RecordResult) {
    self.located = located
    self.result = result
  }
}
