import CEL
import JSON

/// How two values compare.
enum Relation: Hashable {
  case less, lessOrEqual, greater, greaterOrEqual, equals, notEquals

  init?(_ function: Text) {
    switch function {
    case Operator.less: self = .less
    case Operator.lessOrEqual: self = .lessOrEqual
    case Operator.greater: self = .greater
    case Operator.greaterOrEqual: self = .greaterOrEqual
    case Operator.equals: self = .equals
    case Operator.notEquals: self = .notEquals
    default: return nil
    }
  }

  /// The same relation seen from the other side.
  var mirrored: Relation {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equals, .notEquals: self
    }
  }

  var negated: Relation {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equals: .notEquals
    case .notEquals: .equals
    }
  }

  /// The operator as a function.
  var function: Text {
    switch self {
    case .less: Operator.less
    case .lessOrEqual: Operator.lessOrEqual
    case .greater: Operator.greater
    case .greaterOrEqual: Operator.greaterOrEqual
    case .equals: Operator.equals
    case .notEquals: Operator.notEquals
    }
  }

  var symbol: Text {
    switch self {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equals: "=="
    case .notEquals: "!="
    }
  }

  func holds<Order: Comparable>(_ one: Order, _ other: Order) -> Bool {
    switch self {
    case .less: one < other
    case .lessOrEqual: one <= other
    case .greater: one > other
    case .greaterOrEqual: one >= other
    case .equals: one == other
    case .notEquals: one != other
    }
  }
}
