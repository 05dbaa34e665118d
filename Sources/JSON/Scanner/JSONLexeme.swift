/// A string in the source: the range between its quotes, and whether it must be decoded.
package struct JSONLexeme: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// True where the range holds a backslash.
  package var isEscaped: Bool

  package init(start: Int, end: Int, isEscaped: Bool) {
    self.start = start
    self.end = end
    self.isEscaped = isEscaped
  }
}
