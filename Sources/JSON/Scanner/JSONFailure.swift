/// Where and why a scanner stopped; places are offsets into its bytes.
package struct JSONFailure {
  package var code: JSONErrorCode
  package var offset: Int
  package var expected: JSONExpectation = []
  /// The first of two equal keys, or the opening of what was not closed.
  package var related: Int?
  /// The contents of the key that stands twice.
  package var key: JSONLexeme?
  package var limit: Int?
}
