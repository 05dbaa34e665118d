import JSON

/// Where past decisions are kept: a record type, and its fields for award, subject and year.
public struct Register: Sendable, Equatable {
  public var recordType: Text
  /// Holds the form of an award, or its id where it has none.
  public var award: Text
  public var subject: Text
  /// An integer, period or date.
  public var year: Text

  public init(recordType: Text, award: Text, subject: Text, year: Text) {
    self.recordType = recordType
    self.award = award
    self.subject = subject
    self.year = year
  }
}
