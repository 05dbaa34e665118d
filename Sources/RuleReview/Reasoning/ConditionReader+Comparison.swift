import CEL
import Evaluator
import JSON

extension ConditionReader {
  func comparison(
    _ left: Expression, _ relation: Relation, _ right: Expression, _ scope: ReadingScope
  ) -> Condition {
    // A choice within a comparison is a choice between comparisons.
    for (side, other, relation) in [(left, right, relation), (right, left, relation.mirrored)] {
      guard case .call(Operator.conditional, nil, let parts) = side.kind, parts.count == 3 else { continue }
      let condition = read(parts[0], scope)
      return (condition && comparison(parts[1], relation, other, scope))
        || (condition.negated && comparison(parts[2], relation, other, scope))
    }
    if let numbers = numbers(left, relation, right, scope) { return numbers }
    if let members = discrete(left, relation, right, scope) ?? discrete(right, relation.mirrored, left, scope)
    {
      return members
    }
    return opaque(left, relation, right, scope)
  }

  /// Numbers and dates: a sum of terms against a constant.
  private func numbers(
    _ left: Expression, _ relation: Relation, _ right: Expression, _ scope: ReadingScope
  ) -> Condition? {
    guard let one = form(left, scope), let other = form(right, scope),
      let difference = one.adding(other, times: -.one)
    else { return nil }
    let limit = -difference.constant
    let parts = difference.factors.sorted { reasoner.terms[$0.key].key < reasoner.terms[$1.key].key }
    guard let first = parts.first else { return .constant(relation.holds(.zero, limit)) }
    if parts.count == 1, let quotient = exact(limit, over: first.value) {
      let relation = first.value.isNegative ? relation.mirrored : relation
      return atom(first.key, relation, quotient)
    }
    // The first factor is positive, so that a sum and its negative are the same term.
    let sign: Decimal = first.value.isNegative ? -.one : .one
    let signed = parts.compactMap { part in
      (try? part.value * sign).map { (factor: $0, term: part.key) }
    }
    guard signed.count == parts.count else { return nil }
    let isWhole = difference.isWhole
    let key = Text(
      signed.map { "\($0.factor.text)*\(reasoner.terms[$0.term].key)" }.joined(separator: " + "))
    let sum = reasoner.term(key) { (.numbers(.all(isWhole: isWhole)), .sum(signed)) }
    let positive = first.value.isNegative ? relation.mirrored : relation
    return atom(sum, positive, first.value.isNegative ? -limit : limit)
  }

  private func exact(_ limit: Decimal, over factor: Decimal) -> Decimal? {
    guard let quotient = try? limit / factor, let product = try? quotient * factor, product == limit else {
      return nil
    }
    return quotient
  }

  private func atom(_ term: Int, _ relation: Relation, _ limit: Decimal) -> Condition {
    guard case .numbers(let domain) = reasoner.terms[term].domain else { return .constant(true) }
    return .atom(term: term, .numbers(.numbers(relation, limit, isWhole: domain.isWhole)))
  }

  /// Members of an enum, truth values and texts against a constant.
  private func discrete(
    _ value: Expression, _ relation: Relation, _ limit: Expression, _ scope: ReadingScope
  ) -> Condition? {
    guard let constant = constant(limit) else { return nil }
    switch (type(of: value), constant) {
    case (.enumeration(let name), _):
      guard let type = schema.enumTypes[name], let index = index(of: constant, in: type) else { return nil }
      let members = (0..<type.members.count).filter {
        relation.holds(Decimal(Int64($0)), Decimal(Int64(index)))
      }
      return .atom(term: member(value, type, scope), .members(Set(members), of: type.members.count))
    case (.bool, .bool(let wanted)) where relation == .equals || relation == .notEquals:
      let condition = read(value, scope)
      return wanted == (relation == .equals) ? condition : condition.negated
    case (.string, .string(let text)) where relation == .equals || relation == .notEquals:
      return .atom(term: self.text(value, scope), .texts([text], isComplement: relation == .notEquals))
    default: return nil
    }
  }

  private func index(of constant: Value, in type: EnumType) -> Int? {
    switch constant {
    case .enumeration(let member): type.index(of: member.name)
    case .string(let text): type.index(of: text)
    default: nil
    }
  }

  private func member(_ value: Expression, _ type: EnumType, _ scope: ReadingScope) -> Int {
    let count = type.members.count
    return reasoner.term(key(value, scope)) { (.members(Set(0..<count), of: count), .value) }
  }

  private func text(_ value: Expression, _ scope: ReadingScope) -> Int {
    reasoner.term(key(value, scope)) { (.texts([], isComplement: true), .value) }
  }

  /// What is not looked into, with `!=` as the opposite of `==` and `>` as that of `<=`.
  private func opaque(
    _ left: Expression, _ relation: Relation, _ right: Expression, _ scope: ReadingScope
  ) -> Condition {
    let isPositive = [.equals, .less, .lessOrEqual].contains(relation)
    let shown = isPositive ? relation : relation.negated
    let key = key(left, scope) + " " + shown.symbol + " " + key(right, scope)
    let term = reasoner.term(key) { (.members([0, 1], of: 2), .value) }
    return .atom(term: term, isPositive ? .isTrue : .isFalse)
  }

  /// `x in […]` over constants; nil where the set is not written out.
  func membership(_ value: Expression, _ set: Expression, _ scope: ReadingScope) -> Condition? {
    var constants: [Value] = []
    switch (set.kind, constant(set)) {
    case (.list(let items, _), _):
      constants = items.compactMap(constant)
      guard constants.count == items.count else { return nil }
    case (_, .list(let list)?): constants = list.elements
    default: return nil
    }
    switch type(of: value) {
    case .enumeration(let name):
      guard let type = schema.enumTypes[name] else { return nil }
      let members = constants.compactMap { index(of: $0, in: type) }
      return .atom(term: member(value, type, scope), .members(Set(members), of: type.members.count))
    case .string:
      let texts = constants.compactMap { if case .string(let text) = $0 { text } else { nil } }
      guard texts.count == constants.count else { return nil }
      return .atom(term: text(value, scope), .texts(Set(texts), isComplement: false))
    default: return nil
    }
  }
}
