extension CELType {
  /// A number by which types that can never stand for one another are told apart; 0 for what may fit types of
  /// another make.
  var make: UInt8 {
    switch self {
    case .dyn, .null, .wrapper, .parameter, .error: 0
    case .bool: 1
    case .int: 2
    case .uint: 3
    case .double: 4
    case .string: 5
    case .bytes: 6
    case .timestamp: 7
    case .duration: 8
    case .decimal: 9
    case .ratio: 10
    case .date: 11
    case .period: 12
    case .enumeration: 13
    case .record: 14
    case .list: 15
    case .map: 16
    case .optional: 17
    case .type: 18
    case .opaque: 19
    }
  }

  /// True for `dyn` and for what has already been reported: either fits everywhere.
  var isDynamic: Bool {
    switch self {
    case .dyn, .error: true
    default: false
    }
  }

  /// True where `null` may stand for a value of this type, as the specification has it for wrappers and messages.
  var isNullable: Bool {
    switch self {
    case .null, .wrapper, .timestamp, .duration, .record, .optional, .opaque: true
    default: false
    }
  }

  /// The more general of two types that are known to unify.
  func moreGeneral(_ other: CELType) -> CELType { isAtLeastAsGeneral(as: other) ? self : other }

  private func isAtLeastAsGeneral(as other: CELType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (.error, _), (.parameter, _): true
    case (_, .dyn), (_, .error), (_, .parameter): false
    case (.wrapper(let inner), .wrapper(let otherInner)): inner.isAtLeastAsGeneral(as: otherInner)
    case (.wrapper(let inner), _): other == .null || inner.isAtLeastAsGeneral(as: other)
    case (_, .null): isNullable
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
      left.isAtLeastAsGeneral(as: right)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      key.isAtLeastAsGeneral(as: otherKey) && value.isAtLeastAsGeneral(as: otherValue)
    case (.type, .type): true
    case (.opaque(let name, let left), .opaque(let otherName, let right)):
      name == otherName && left.count == right.count
        && zip(left, right).allSatisfy { $0.isAtLeastAsGeneral(as: $1) }
    default: self == other
    }
  }
}
