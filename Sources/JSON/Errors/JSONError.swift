/// Why a document was refused, and where: the first thing that is wrong, with the arguments of its message.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public var code: JSONErrorCode
  /// Where it is wrong.
  public var position: JSONPosition
  /// The source at `position`: one character, or a word; empty at the end of the input, at most 32 bytes.
  ///
  /// Ill-formed UTF-8 is kept as it stands.
  public var found: Text
  /// What could have stood there; empty where `code` says it all.
  public var expected: JSONExpectation
  /// The key that stands twice, decoded.
  public var key: Text?
  /// The other place: of the first of two equal keys, or of what was opened and never closed.
  public var related: JSONPosition?
  /// The limit that was passed.
  public var limit: Int?

  /// An error; what is left out does not apply to its code.
  public init(
    code: JSONErrorCode, position: JSONPosition, found: Text = Text(utf8: []), expected: JSONExpectation = [],
    key: Text? = nil, related: JSONPosition? = nil, limit: Int? = nil
  ) {
    self.code = code
    self.position = position
    self.found = found
    self.expected = expected
    self.key = key
    self.related = related
    self.limit = limit
  }
}
