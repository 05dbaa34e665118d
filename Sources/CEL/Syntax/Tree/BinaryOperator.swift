import JSON

/// The operators that stand between two operands, weakest first.
enum BinaryOperator: UInt8, CaseIterable {
  case or, and
  case less, lessOrEqual, greater, greaterOrEqual, equals, notEquals, membership
  case add, subtract
  case multiply, divide, modulo

  /// 1 for the weakest; operators of equal precedence group from the left.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equals, .notEquals, .membership: 3
    case .add, .subtract: 4
    case .multiply, .divide, .modulo: 5
    }
  }

  /// Associative also in errors and unknowns, so a chain may be a balanced tree.
  var isLogical: Bool { self == .or || self == .and }

  var function: Text {
    switch self {
    case .or: Operator.or
    case .and: Operator.and
    case .less: Operator.less
    case .lessOrEqual: Operator.lessOrEqual
    case .greater: Operator.greater
    case .greaterOrEqual: Operator.greaterOrEqual
    case .equals: Operator.equals
    case .notEquals: Operator.notEquals
    case .membership: Operator.membership
    case .add: Operator.add
    case .subtract: Operator.subtract
    case .multiply: Operator.multiply
    case .divide: Operator.divide
    case .modulo: Operator.modulo
    }
  }

  var symbol: Text {
    switch self {
    case .or: "||"
    case .and: "&&"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equals: "=="
    case .notEquals: "!="
    case .membership: "in"
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    }
  }

  private static let byFunction: [Text: BinaryOperator] = {
    var table: [Text: BinaryOperator] = [:]
    for operation in allCases { table[operation.function] = operation }
    return table
  }()

  init?(function: Text) {
    guard let operation = Self.byFunction[function] else { return nil }
    self = operation
  }

  init?(_ token: Token.Kind) {
    switch token {
    case .or: self = .or
    case .and: self = .and
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equals: self = .equals
    case .notEquals: self = .notEquals
    case .in: self = .membership
    case .plus: self = .add
    case .minus: self = .subtract
    case .times: self = .multiply
    case .divide: self = .divide
    case .modulo: self = .modulo
    default: return nil
    }
  }
}
