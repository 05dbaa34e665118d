/// One value of a document: a light view, to be passed and kept freely.
public struct JSONNode: Sendable {
  /// The document that the value is part of.
  public let document: JSONDocument
  /// The number of values that begin before this one; the root is 0.
  public let index: Int

  init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  var entry: TapeEntry { document.entries[index] }

  /// What the value is.
  public var kind: JSONKind { entry.kind }

  /// True for `null`.
  public var isNull: Bool { kind == .null }

  /// The truth value; nil where this is none.
  public var bool: Bool? {
    kind == .boolean ? document.bytes[range.lowerBound] == UInt8(ascii: "t") : nil
  }

  /// The decoded text of a string; nil where this is none. Linear in its length.
  public var text: Text? {
    let entry = entry
    return entry.kind == .string ? document.decode(document.stringLexeme(of: entry)) : nil
  }

  /// True where this is a string of nothing but spaces and control characters; no text is built unless it holds escapes.
  public var isBlank: Bool {
    let entry = entry
    guard entry.kind == .string else { return false }
    let lexeme = document.stringLexeme(of: entry)
    guard !lexeme.isEscaped else { return document.decode(lexeme).utf8.allSatisfy { $0 <= 0x20 } }
    return document.bytes[lexeme.start..<lexeme.end].allSatisfy { $0 <= 0x20 }
  }

  /// The number exactly as it is written; nil where this is none.
  public var numberText: Text? {
    kind == .number ? Text(utf8: source) : nil
  }

  /// The number taken apart; nil where this is none.
  public var number: JSONNumber? {
    let entry = entry
    guard entry.kind == .number else { return nil }
    return document.bytes.withUnsafeBytes { bytes in
      let start = document.start + Int(entry.start)
      let length = Int(entry.end &- entry.start)
      return JSONNumber(NumberScan(bytes.part(start..<start + length)))
    }
  }

  /// The number, where it is one that is whole (`2`, `2.0`, `2e3`) and fits 64 bits.
  public var int64: Int64? { number?.int64 }

  /// The decoded key that the value stands under; nil in an array and at the root.
  public var key: Text? {
    document.keyLexeme(of: entry).map(document.decode)
  }

  /// True where the value stands under exactly this key; no text is built unless the key holds escapes.
  public func hasKey(_ text: Text) -> Bool {
    document.keyLexeme(of: entry).map { document.isEqual($0, text) } ?? false
  }

  /// True where this is a string of exactly these bytes; no text is built unless it holds escapes.
  public func isString(_ text: Text) -> Bool {
    let entry = entry
    return entry.kind == .string && document.isEqual(document.stringLexeme(of: entry), text)
  }
}

extension JSONNode: Equatable {
  /// True for the same place of the same document.
  public static func == (left: JSONNode, right: JSONNode) -> Bool {
    left.document === right.document && left.index == right.index
  }
}
