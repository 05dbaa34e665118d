/// Where and why a scanner stopped; places are offsets into its bytes.
struct JSONFailure {
  var code: JSONErrorCode
  var offset: Int
  var expected: JSONExpectation = []
  /// The first of two equal keys, or the opening of what was not closed.
  var related: Int?
  /// The contents of the key that stands twice.
  var key: JSONLexeme?
  var limit: Int?
}
