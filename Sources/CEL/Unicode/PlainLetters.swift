/// What folding makes of single code points that no normal form changes: the shortcut for Latin text, Vietnamese
/// above all.
enum PlainLetters {
  /// White space.
  static let space: UInt16 = 1

  /// The lower case of a code point below U+0300 or of U+1E00 … U+1EFF, or `space`; 0 where the long way must be taken.
  ///
  /// All of these are starters that compose with nothing before them, and stand in NFC as long as no combining mark
  /// follows; marks themselves are outside.
  static func folded(_ codePoint: UInt32) -> UInt16 {
    switch codePoint {
    case 0..<0x300: table[Int(codePoint)]
    case 0x1E00...0x1EFF: table[Int(codePoint - 0x1E00) + 0x300]
    default: 0
    }
  }

  /// Made of the library's properties at first use.
  private static let table: [UInt16] = {
    var table: [UInt16] = []
    table.reserveCapacity(0x400)
    for index in UInt32(0)..<0x400 {
      let codePoint = index < 0x300 ? index : index - 0x300 + 0x1E00
      table.append(Unicode.Scalar(codePoint).map(entry) ?? 0)
    }
    return table
  }()

  private static func entry(_ scalar: Unicode.Scalar) -> UInt16 {
    if scalar.properties.isWhitespace { return space }
    var lowered = scalar.properties.lowercaseMapping.unicodeScalars.makeIterator()
    guard let single = lowered.next(), lowered.next() == nil, single.value > UInt32(space) else { return 0 }
    return UInt16(truncatingIfNeeded: single.value)
  }
}
