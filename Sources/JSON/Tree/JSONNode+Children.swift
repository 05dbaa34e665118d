extension JSONNode {
  /// The number of elements of an array or members of an object; 0 for any other value.
  public var count: Int { Int(entry.count) }

  /// The elements of an array, in order; none where this is no array.
  public var elements: JSONChildren { JSONChildren(of: self, if: .array) }

  /// The members of an object, in order, each as its value with a `key`; none where this is no object.
  public var members: JSONChildren { JSONChildren(of: self, if: .object) }

  /// The value under a key of an object; nil where there is none, or this is no object. Linear in the members.
  @_disfavoredOverload
  public subscript(key: Text) -> JSONNode? { key.utf8.withUnsafeBytes(member) }

  /// The same for a literal, of which no text is made.
  public subscript(key: StaticString) -> JSONNode? {
    key.withUTF8Buffer { member(UnsafeRawBufferPointer($0)) }
  }

  private func member(_ key: UnsafeRawBufferPointer) -> JSONNode? {
    let parent = entry
    guard parent.kind == .object else { return nil }
    let digest = KeyDigest(of: key).value
    let found = document.entries.withUnsafeBufferPointer { entries in
      var child = index + 1
      for _ in 0..<parent.count {
        if entries[child].keyDigest == digest, let lexeme = document.keyLexeme(of: entries[child]),
          document.isEqual(lexeme, key)
        {
          return child
        }
        child = Int(entries[child].next)
      }
      return 0
    }
    return found > 0 ? JSONNode(document: document, index: found) : nil
  }
}

/// The values inside an array or object, in document order.
public struct JSONChildren: Sequence, Sendable {
  private let parent: JSONNode
  /// The number of values; known without walking.
  public let count: Int

  init(of parent: JSONNode, if kind: JSONKind) {
    self.parent = parent
    count = parent.kind == kind ? parent.count : 0
  }

  /// True where there is none.
  public var isEmpty: Bool { count == 0 }
  public var underestimatedCount: Int { count }
  public func makeIterator() -> Iterator { Iterator(parent: parent, count: count) }

  /// Walks from value to value, over what is inside them.
  public struct Iterator: IteratorProtocol {
    private let document: JSONDocument
    private var index: Int
    private var left: Int

    fileprivate init(parent: JSONNode, count: Int) {
      document = parent.document
      index = parent.index + 1
      left = count
    }

    public mutating func next() -> JSONNode? {
      guard left > 0 else { return nil }
      left -= 1
      let node = JSONNode(document: document, index: index)
      index = Int(document.entries[index].next)
      return node
    }
  }
}
