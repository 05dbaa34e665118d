extension CELType {
  /// True for the numbers that are never rounded: int, uint, decimal, ratio.
  var isExactNumber: Bool {
    switch self {
    case .int, .uint, .decimal, .ratio: true
    default: false
    }
  }

  /// True for the exact numbers beyond plain CEL: decimal and ratio.
  var isExactFraction: Bool { self == .decimal || self == .ratio }

  /// True for every number.
  var isNumber: Bool { self == .double || isExactNumber }

  /// The type of a sum of two exact numbers of which at least one is a decimal or ratio; nil for any other pair.
  func widerExactNumber(_ other: CELType) -> CELType? {
    guard isExactNumber, other.isExactNumber, isExactFraction || other.isExactFraction else { return nil }
    return self == .ratio || other == .ratio ? .ratio : .decimal
  }

  /// True where an exact number of this type can be read as the other type without loss.
  func widens(to other: CELType) -> Bool {
    switch (self, other) {
    case (.int, .decimal), (.uint, .decimal), (.int, .ratio), (.uint, .ratio), (.decimal, .ratio): true
    case (.list(let element), .list(let otherElement)): element.widens(to: otherElement)
    default: false
    }
  }
}
