import JSON

extension PackDefect {
  /// A stretch of one line of a file, for a message with a caret.
  public struct Place: Sendable, Hashable {
    /// Path within the rules folder, with `/` between its parts.
    public let file: Text
    /// From 1.
    public let line: Int
    /// Characters (Unicode scalars) before the stretch in its line, plus 1.
    public let column: Int
    /// Characters to underline, at least 1; never reaches beyond the line.
    public let length: Int
    /// Bytes before the stretch in the file.
    public let byte: Int
    /// The whole line, without its end; cut to 500 characters.
    public let sourceLine: Text

    public init(file: Text, line: Int, column: Int, length: Int, byte: Int, sourceLine: Text) {
      self.file = file
      self.line = line
      self.column = column
      self.length = length
      self.byte = byte
      self.sourceLine = sourceLine
    }
  }
}
