extension JSONNode {
  /// The bytes of the value in `document.bytes`, with brackets or quotes.
  public var range: Range<Int> {
    let entry = entry
    return document.start + Int(entry.start)..<document.start + Int(entry.end)
  }

  /// The bytes of the key in `document.bytes`, with its quotes; nil in an array and at the root.
  public var keyRange: Range<Int>? {
    document.keyLexeme(of: entry).map { $0.start - 1..<$0.end + 1 }
  }

  /// The bytes of the value as they are written.
  public var source: ArraySlice<UInt8> { document.bytes[range] }

  /// Where the value begins; linear in its distance from the start of the document.
  public var position: JSONPosition { document.position(ofByte: range.lowerBound) }

  /// Where the key begins; nil in an array and at the root.
  public var keyPosition: JSONPosition? {
    keyRange.map { document.position(ofByte: $0.lowerBound) }
  }

  /// The JSON Pointer (RFC 6901) of the value, empty at the root; linear in the values that stand before it.
  public var pointer: Text {
    var pointer: [UInt8] = []
    var place = document.root
    while place.index != index {
      var number = 0
      var child = place.index + 1
      while Int(document.entries[child].next) <= index {
        child = Int(document.entries[child].next)
        number += 1
      }
      place = JSONNode(document: document, index: child)
      pointer.append(UInt8(ascii: "/"))
      guard let key = place.key else {
        pointer.appendDecimal(Int64(number))
        continue
      }
      for byte in key.utf8 {
        switch byte {
        case UInt8(ascii: "~"): pointer += [byte, UInt8(ascii: "0")]
        case UInt8(ascii: "/"): pointer += [UInt8(ascii: "~"), UInt8(ascii: "1")]
        default: pointer.append(byte)
        }
      }
    }
    return Text(utf8: pointer)
  }
}
