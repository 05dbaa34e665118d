import JSON

/// The classes of characters that have a name of their own in a pattern.
enum NamedClasses {
  private static let digit: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let upper: [ClosedRange<UInt32>] = [0x41...0x5A]
  private static let lower: [ClosedRange<UInt32>] = [0x61...0x7A]
  private static let word: [ClosedRange<UInt32>] = digit + upper + lower + [0x5F...0x5F]

  /// What `\d`, `\s` and `\w` mean, by their letter; nil for any other.
  static func escape(_ letter: UInt8) -> CodePointSet? {
    switch letter {
    case UInt8(ascii: "d"): CodePointSet(digit)
    case UInt8(ascii: "s"): CodePointSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
    case UInt8(ascii: "w"): CodePointSet(word)
    default: nil
    }
  }

  /// What `[:name:]` means in a class; nil for an unknown name.
  static func posix(_ name: Text) -> CodePointSet? {
    for (known, ranges) in posixClasses where known == name { return CodePointSet(ranges) }
    return nil
  }

  private static let posixClasses: [(Text, [ClosedRange<UInt32>])] = [
    ("alnum", digit + upper + lower), ("alpha", upper + lower), ("ascii", [0x00...0x7F]),
    ("blank", [0x09...0x09, 0x20...0x20]), ("cntrl", [0x00...0x1F, 0x7F...0x7F]), ("digit", digit),
    ("graph", [0x21...0x7E]), ("lower", lower), ("print", [0x20...0x7E]),
    ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]), ("space", [0x09...0x0D, 0x20...0x20]),
    ("upper", upper), ("word", word), ("xdigit", digit + [0x41...0x46, 0x61...0x66]),
  ]

  /// What `\p{name}` means: a general category, a script or `Any`; nil for any other name.
  static func property(_ name: Text) -> CodePointSet? {
    if let mask = CategoryMask(named: name) { return CodePointSet(mask) }
    if name == "Any" { return CodePointSet(0...CodePointSet.last) }
    return UnicodeScript.ranges(named: name).map { CodePointSet($0) }
  }
}
