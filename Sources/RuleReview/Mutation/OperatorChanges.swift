import CEL
import JSON

/// Which functions are taken for one another.
enum OperatorChanges {
  /// The line drawn the other way (`>=` and `>`), then the other side of it (`>=` and `<`).
  static let byFunction: [Text: [(function: Text, sort: MutantSort)]] = [
    Operator.less: [(Operator.lessOrEqual, .comparison), (Operator.greaterOrEqual, .comparison)],
    Operator.lessOrEqual: [(Operator.less, .comparison), (Operator.greater, .comparison)],
    Operator.greater: [(Operator.greaterOrEqual, .comparison), (Operator.lessOrEqual, .comparison)],
    Operator.greaterOrEqual: [(Operator.greater, .comparison), (Operator.less, .comparison)],
    Operator.equals: [(Operator.notEquals, .comparison)],
    Operator.notEquals: [(Operator.equals, .comparison)],
    Operator.add: [(Operator.subtract, .arithmetic)],
    Operator.subtract: [(Operator.add, .arithmetic)],
    "minimum": [("maximum", .arithmetic)],
    "maximum": [("minimum", .arithmetic)],
  ]
}

/// The literals that one is taken for.
enum LiteralChanges {
  static func of(_ literal: Literal) -> [(literal: Literal, sort: MutantSort)] {
    switch literal {
    case .bool(let value): [(.bool(!value), .choice)]
    case .int(let value):
      [value.addingReportingOverflow(1), value.subtractingReportingOverflow(1)]
        .compactMap { $0.overflow ? nil : (.int($0.partialValue), .limit) }
    case .uint(let value): value < .max ? [(.uint(value + 1), .limit)] : []
    case .fraction(let digits): Neighbours.numbers(digits).map { (.fraction($0), .limit) }
    case .string(let text): Neighbours.days(text).map { (.string($0), .day) }
    case .null, .bytes: []
    }
  }
}
