import CEL
import JSON

/// Something in a record that is passed over, and said.
public struct RecordWarning: Sendable, Hashable {
  public let code: Code
  public let path: Text
  public let position: JSONPosition
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

  public enum Code: Sendable, Hashable, CaseIterable {
    /// name, record type; the field is not declared
    case undeclaredField
    /// date, day of knowledge; the fact lies after it and counts as not given
    case afterAsOf
  }
}
