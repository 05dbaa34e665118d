import JSON

/// A place in a source, as results print it.
public struct SourcePlace: Sendable, Hashable {
  public let file: String
  /// From 1.
  public let line: Int
  /// In characters, from 1; nil where the whole line is meant.
  public let column: Int?

  public init(_ source: RecordSource, _ position: JSONPosition, wholeLine: Bool = false) {
    self.init(file: source.name, position, wholeLine: wholeLine)
  }

  /// - Parameter file: the name of a source, as `RecordSource.name` gives it.
  public init(file: String, _ position: JSONPosition, wholeLine: Bool = false) {
    self.file = file
    line = position.line
    column = wholeLine ? nil : position.column
  }
}
