import CEL
import Evaluator
import JSON

/// Reads a checked expression of a pack as a condition over terms.
struct ConditionReader {
  let reasoner: Reasoner
  let checked: CheckedExpression
  let schema: Schema
  let recordType: RecordType
  /// Values of parameters that nobody can set otherwise, by slot.
  let fixed: [Int: Value]

  func read() -> Condition { read(checked.parsed.root, ReadingScope()).folded }

  func type(of expression: Expression) -> CELType { checked.types[Int(expression.id)] }

  func read(_ expression: Expression, _ scope: ReadingScope) -> Condition {
    switch constant(expression) {
    case .bool(let value)?: return .constant(value)
    default: break
    }
    switch expression.kind {
    case .call(Operator.and, nil, let parts): return .all(parts.map { read($0, scope) })
    case .call(Operator.or, nil, let parts): return .any(parts.map { read($0, scope) })
    case .call(Operator.not, nil, let parts) where parts.count == 1: return read(parts[0], scope).negated
    case .call(Operator.conditional, nil, let parts) where parts.count == 3:
      let condition = read(parts[0], scope)
      return (condition && read(parts[1], scope)) || (condition.negated && read(parts[2], scope))
    case .call(Operator.membership, nil, let parts) where parts.count == 2:
      return membership(parts[0], parts[1], scope) ?? opaque(expression, scope)
    case .call(let function, nil, let parts) where parts.count == 2:
      guard let relation = Relation(function) else { return opaque(expression, scope) }
      return comparison(parts[0], relation, parts[1], scope)
    case .call("given", nil, let parts) where parts.count == 1 && isPath(parts[0]):
      return given(parts[0], scope)
    case .has(let operand, let field):
      return given(
        Expression(
          id: expression.id, range: expression.range, kind: .select(operand, field: field, optional: false)),
        scope)
    case .comprehension(let comprehension):
      return quantifier(comprehension, scope) ?? opaque(expression, scope)
    default: return opaque(expression, scope)
    }
  }

  /// The text by which equal expressions are known.
  func key(_ expression: Expression, _ scope: ReadingScope) -> Text {
    Unparser.text(settled(expression).renaming(scope.names))
  }

  /// The tree with the values of fixed parameters in their place: under another value it is another term.
  private func settled(_ expression: Expression) -> Expression {
    if fixed.isEmpty { return expression }
    if case .variable(let slot)? = checked.references[Int(expression.id)], let value = fixed[slot] {
      return expression.with(.literal(Self.literal(value)))
    }
    return expression.rebuilt(expression.children.map(settled))
  }

  /// A condition that is not looked into.
  func opaque(_ expression: Expression, _ scope: ReadingScope) -> Condition {
    let term = reasoner.term(key(expression, scope)) { (.members([0, 1], of: 2), .value) }
    return .atom(term: term, .isTrue)
  }

  private func given(_ path: Expression, _ scope: ReadingScope) -> Condition {
    let term = reasoner.term("has(" + key(path, scope) + ")") { (.members([0, 1], of: 2), .given) }
    return .atom(term: term, .isTrue)
  }

  private func isPath(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .identifier: true
    case .select(let operand, _, optional: false): isPath(operand)
    default: false
    }
  }

  /// The value of an expression that reads nothing of a record.
  func constant(_ expression: Expression) -> Value? {
    switch checked.references[Int(expression.id)] {
    case .constant(let value)?: return value
    case .variable(let slot)?: return fixed[slot]
    default: break
    }
    switch expression.kind {
    case .literal(let literal): return Self.value(literal)
    case .call(Operator.negate, nil, let parts) where parts.count == 1:
      return number(parts[0]).map { .decimal(-$0) }
    case .call(let function, nil, let parts) where parts.count == 2:
      return folded(function, parts[0], parts[1])
    case .call("date", nil, let parts) where parts.count == 1:
      guard case .string(let text)? = constant(parts[0]) else { return nil }
      return (try? CivilDate(text)).map(Value.date)
    default: return nil
    }
  }

  /// Arithmetic and comparison of constants.
  private func folded(_ function: Text, _ left: Expression, _ right: Expression) -> Value? {
    guard let one = number(left), let other = number(right) else { return nil }
    if let relation = Relation(function) { return .bool(relation.holds(one, other)) }
    let result: Decimal? =
      switch function {
      case Operator.add: try? one + other
      case Operator.subtract: try? one - other
      case Operator.multiply: try? one * other
      default: nil
      }
    return result.map(Value.decimal)
  }

  /// A constant number; days of a date count from the epoch.
  func number(_ expression: Expression) -> Decimal? {
    switch constant(expression) {
    case .int(let value)?: Decimal(value)
    case .uint(let value)?: Decimal(value)
    case .decimal(let value)?: value
    case .date(let day)?: Decimal(Int64(day.daysSinceEpoch))
    default: nil
    }
  }

  private static func literal(_ value: Value) -> Literal {
    switch value {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .decimal(let value): .fraction(value.text)
    default: .string(ValueText(.en).text(value))
    }
  }

  private static func value(_ literal: Literal) -> Value? {
    switch literal {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .fraction(let text): (try? Decimal(text)).map(Value.decimal)
    case .string(let text): .string(text)
    case .null, .bytes: nil
    }
  }
}
