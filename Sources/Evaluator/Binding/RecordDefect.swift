import CEL
import JSON

/// A reason to reject a record: a value that its declared shape does not admit.
///
/// Wording lives in `Reports/Texts`.
public struct RecordDefect: Error, Sendable, Hashable {
  public let code: Code
  /// Path of the value in the record, empty for the record itself.
  public let path: Text
  /// First byte of the value in its source, for line and column.
  public let position: JSONPosition
  /// In the order that the code documents.
  public let arguments: [Text]
  public let suggestion: Text?

  public init(
    _ code: Code, path: Text, position: JSONPosition, _ arguments: [Text] = [], suggestion: Text? = nil
  ) {
    self.code = code
    self.path = path
    self.position = position
    self.arguments = arguments
    self.suggestion = suggestion
  }

  /// Every way in which a value can be out of shape; the comment names the arguments.
  public enum Code: Sendable, Hashable, CaseIterable {
    /// found kind, expected type
    case wrongType
    /// text; a number in quotes: separators are never guessed
    case numberAsText
    /// number
    case notAnInteger
    /// number, largest count of digits, largest count of decimals
    case tooManyDigits
    /// text
    case notADate
    /// text
    case notAPeriod
    /// text
    case notATimestamp
    /// text, enum
    case notAMember
    /// key, path of the first item with it
    case duplicateItem
    /// found, largest
    case tooManyItems
    /// found, largest
    case tooLong
    /// field
    case keyMissing
  }
}
