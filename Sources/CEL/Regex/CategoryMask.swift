import JSON

/// A set of Unicode general categories, one bit each.
struct CategoryMask: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// All 30 categories; each code point is in exactly one.
  static let all = CategoryMask(rawValue: (1 << 30) - 1)

  /// The names in the order of the bits; the last category, unassigned, has none in a pattern.
  private static let names: Text = "LuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoSmScSkSoZsZlZpCcCfCsCo"

  /// The categories that a name of one letter (`L`) or two (`Lu`) stands for; nil for any other name.
  init?(named name: Text) {
    guard 1...2 ~= name.utf8.count else { return nil }
    let bytes = Self.names.utf8
    var mask: UInt32 = 0
    for bit in 0..<bytes.count / 2
    where bytes[bit * 2] == name.utf8[0] && (name.utf8.count == 1 || bytes[bit * 2 + 1] == name.utf8[1]) {
      mask |= 1 << UInt32(bit)
    }
    if mask == 0 { return nil }
    self.init(rawValue: mask)
  }

  /// The number of categories.
  static let count = 30

  /// The category of a number below `count`.
  static func numbered(_ number: Int) -> CategoryMask { CategoryMask(rawValue: 1 << UInt32(number)) }

  /// The category of a code point; none for a surrogate or beyond Unicode.
  init(of codePoint: UInt32) {
    guard let scalar = Unicode.Scalar(codePoint) else {
      self.init()
      return
    }
    self.init(rawValue: 1 << Self.bit(of: scalar.properties.generalCategory))
  }

  /// The number of the category of a code point.
  static func number(of codePoint: UInt32) -> Int {
    Int(bit(of: Unicode.Scalar(codePoint)?.properties.generalCategory ?? .surrogate))
  }

  private static func bit(of category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    case .unassigned: 29
    @unknown default: 29
    }
  }
}
