import JSON

/// Why a value could not be decoded, and which value of the file it was.
public struct DecodingFailure: Error {
  /// The value itself, or the object in which it should stand.
  public let node: JSONNode
  /// The member that is missing, where one is.
  public let missing: Text?
  /// What was expected, for people who write kinds.
  public let reason: Text

  public init(at node: JSONNode, missing: Text? = nil, reason: Text) {
    self.node = node
    self.missing = missing
    self.reason = reason
  }

  /// Line and column of the value.
  public var position: JSONPosition { node.position }

  /// Locates an error that decoding below a node has thrown.
  init(_ error: any Error, under node: JSONNode) {
    switch error {
    case let failure as DecodingFailure: self = failure
    case DecodingError.keyNotFound(let key, let context):
      self.init(
        at: Self.node(context.codingPath, under: node), missing: Text(key.stringValue),
        reason: Text(context.debugDescription))
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      self.init(at: Self.node(context.codingPath, under: node), reason: Text(context.debugDescription))
    default: self.init(at: node, reason: Text("\(error)"))
    }
  }

  private static func node(_ path: [any CodingKey], under root: JSONNode) -> JSONNode {
    var node = root
    for key in path {
      let next =
        key.intValue.flatMap { index in node.elements.dropFirst(index).first { _ in true } }
        ?? node[Text(key.stringValue)]
      guard let next else { break }
      node = next
    }
    return node
  }
}
