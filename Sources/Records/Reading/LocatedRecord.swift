import CEL
import Evaluator
import JSON

/// A record with its name and its place.
public struct LocatedRecord: Sendable {
  public let record: RecordValue
  public let key: RecordKey
  public let place: SourcePlace
  public let warnings: [RecordWarning]

  public init(record: RecordValue, key: RecordKey, place: SourcePlace, warnings: [RecordWarning]) {
    self.record = record
    self.key = key
    self.place = place
    self.warnings = warnings
  }
}
