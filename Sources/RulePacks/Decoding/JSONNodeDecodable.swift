import JSON

/// A value that reads itself from its node, and may keep the node for messages that point at it.
public protocol JSONNodeDecodable: Decodable, Sendable {
  /// - Throws: `DecodingFailure` where the node is something else.
  init(_ node: JSONNode) throws(DecodingFailure)
}

extension JSONNodeDecodable {
  /// Only a `JSONNodeDecoder` knows the node.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? JSONNodeDecoder else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "\(Self.self) is read from rule files only"))
    }
    try self.init(decoder.node)
  }
}
