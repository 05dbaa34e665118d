import JSON

/// Reads what `ReferenceWriter` wrote; everything is nil where the bytes end too early.
struct ReferenceReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func byte() -> UInt8? {
    guard place < bytes.endIndex else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() -> Int? {
    var number = 0
    var shift = 0
    while let byte = byte(), shift < 56 {
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  mutating func text() -> Text? {
    guard let count = number(), count <= bytes.endIndex - place else { return nil }
    defer { place += count }
    return Text(utf8: bytes[place..<place + count])
  }
}
