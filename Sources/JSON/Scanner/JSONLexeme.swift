/// A string in the source: the range between its quotes, and whether it must be decoded.
struct JSONLexeme: Hashable, Sendable {
  var start: Int
  var end: Int
  /// True where the range holds a backslash.
  var isEscaped: Bool
}
