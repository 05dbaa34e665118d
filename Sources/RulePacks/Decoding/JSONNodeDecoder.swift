import JSON

/// Decodes Swift values from a JSON tree; whatever fails says where in the file.
///
///     let parameters = try JSONNodeDecoder.decode(ThresholdKind.Parameters.self, from: node)
///
/// Unknown members are passed over: the shape reports them.
public struct JSONNodeDecoder: Decoder {
  /// The value that is decoded.
  public let node: JSONNode
  public let codingPath: [any CodingKey]
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ node: JSONNode, at path: [any CodingKey]) {
    self.node = node
    codingPath = path
  }

  /// - Throws: where and why the value could not be decoded.
  public static func decode<T: Decodable>(_ type: T.Type, from node: JSONNode) throws(DecodingFailure) -> T {
    do {
      return try JSONNodeDecoder(node, at: []).decode(type)
    } catch {
      throw DecodingFailure(error, under: node)
    }
  }

  public func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard node.kind == .object else { throw mismatch([Text: Text].self, "object") }
    return KeyedDecodingContainer(KeyedNodeContainer<Key>(decoder: self))
  }

  public func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard node.kind == .array else { throw mismatch([Text].self, "array") }
    return UnkeyedNodeContainer(decoder: self)
  }

  public func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// What reads itself from JSON finds the node in this decoder (`JSONNodeDecodable`).
  public func decode<T: Decodable>(_ type: T.Type) throws -> T { try type.init(from: self) }

  func child(_ node: JSONNode, _ key: any CodingKey) -> JSONNodeDecoder {
    JSONNodeDecoder(node, at: codingPath + [key])
  }

  func mismatch(_ type: any Any.Type, _ expected: String) -> DecodingError {
    .typeMismatch(
      type,
      DecodingError.Context(
        codingPath: codingPath, debugDescription: "expected \(expected), found \(node.kind.name)"))
  }
}
