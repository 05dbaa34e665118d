import CEL
import JSON

/// A record in the shape of its type, or what is wrong with it.
public struct BoundRecord: Sendable {
  /// Nil where there is a defect.
  public var record: RecordValue?
  /// What of it could be read: a field in or under which there is a defect is unknown. Nil where it is no object.
  public var readable: RecordValue?
  /// In document order; all of them, not the first.
  public var defects: [RecordDefect]
  public var warnings: [RecordWarning]
}
