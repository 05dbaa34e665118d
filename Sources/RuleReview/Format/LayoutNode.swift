import JSON

/// A value of a rule file as it will be set: members in order, scalars as text.
struct LayoutNode {
  enum Content {
    case scalar
    case array([LayoutNode])
    case object([Member])
  }

  struct Member {
    /// With quotes.
    let key: [UInt8]
    let value: LayoutNode
    /// True where a new line begins before it even if there is room.
    var startsLine = false
  }

  /// The text of a scalar.
  let text: [UInt8]
  let content: Content
  /// Never set on one line.
  let isOpen: Bool
  /// Each member or element on lines of its own once it is not on one line.
  let isOnePerLine: Bool
  /// Characters of the value on one line; nil where it can't stand on one.
  let width: Int?

  init(scalar text: [UInt8]) {
    self.text = text
    content = .scalar
    isOpen = false
    isOnePerLine = false
    width = Self.width(text)
  }

  init(array elements: [LayoutNode], isOpen: Bool = false) {
    text = []
    content = .array(elements)
    self.isOpen = isOpen && !elements.isEmpty
    isOnePerLine = !elements.allSatisfy(\.isScalar)
    width = Self.sum(elements.map(\.width), brackets: 2, isOpen: self.isOpen)
  }

  init(object members: [Member], isOpen: Bool = false, isOnePerLine: Bool = false) {
    text = []
    content = .object(members)
    self.isOpen = isOpen && !members.isEmpty
    self.isOnePerLine = isOnePerLine
    let widths = members.map { member in member.value.width.map { $0 + Self.width(member.key) + 2 } }
    width = Self.sum(widths, brackets: members.isEmpty ? 2 : 4, isOpen: self.isOpen)
  }

  var isScalar: Bool {
    if case .scalar = content { true } else { false }
  }

  /// True for what shares a line with its neighbours: a scalar, a list of scalars, an empty object.
  var isInline: Bool {
    switch content {
    case .scalar: true
    case .array(let elements): elements.allSatisfy(\.isScalar) && !isOpen
    case .object(let members): members.isEmpty
    }
  }

  private static func sum(_ widths: [Int?], brackets: Int, isOpen: Bool) -> Int? {
    if isOpen { return nil }
    var total = brackets + max(0, widths.count - 1) * 2
    for width in widths {
      guard let width else { return nil }
      total += width
    }
    return total
  }

  static func width(_ text: [UInt8]) -> Int { text.count { $0 & 0xC0 != 0x80 } }
}
