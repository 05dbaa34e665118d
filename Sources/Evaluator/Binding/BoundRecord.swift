import CEL
import JSON

/// A record in the shape of its type, or what is wrong with it.
public struct BoundRecord: Sendable {
  /// Nil where there is a defect.
  public var record: RecordValue?
  /// In document order; all of them, not the first.
  public var defects: [RecordDefect]
  public var warnings: [RecordWarning]
}
