import JSON

extension Operation {
  /// The step in one line: registers as `%3`, columns by the path of their field.
  ///
  /// - Parameters:
  ///   - column: the path of a column.
  ///   - list: the path of a list, by space.
  func text(_ column: (Int) -> String, _ list: (Int) -> String) -> String {
    switch self {
    case .column(let place): column(place)
    case .isGiven(let place, nil): "has(\(column(place)))"
    case .isGiven(let place, let within?): "has(\(column(place))) within \(column(within))"
    case .isKnown(let place): "given(\(column(place)))"
    case .number(let value, let scale): Self.number(value, scale)
    case .truth(let bool): "\(bool)"
    case .text(let word): "'\(word.string)'"
    case .unsettled(let reason): "? (\(reason))"
    case .lifted(let register): "%\(register) for each item"
    case .gathered(let register): "%\(register) of each pair"
    case .picked(let register, let item): "%\(register) of item %\(item)"
    case .pickedPresence(let register, let item): "has %\(register) of item %\(item)"
    case .item(let space, let key, let code, let isText):
      "\(list(space)) where \(column(key)) is \(isText ? "word " : "")\(code)"
    case .itemOf(let space, let key, let needle, _): "\(list(space)) where \(column(key)) is %\(needle)"
    case .isSettled(let register): "given(%\(register))"
    case .guarded(let register, let needs, let doubts):
      "%\(register) provided \(Self.list(needs + doubts))"
    case .related(let type, let keys): "\(type.string) of \(Self.list(keys))"
    case .relatedField(let register, let slots): "%\(register), field \(Self.path(slots))"
    case .isMet(let type, let keys): "has(\(type.string) of \(Self.list(keys)))"
    case .hasRelatedField(let register, let slots): "has(%\(register), field \(Self.path(slots)))"
    case .add(let left, let right): "%\(left) + %\(right)"
    case .subtract(let left, let right): "%\(left) - %\(right)"
    case .multiply(let left, let right): "%\(left) * %\(right)"
    case .negate(let register): "-%\(register)"
    case .choose(let condition, let first, let second): "%\(condition) ? %\(first) : %\(second)"
    case .joined(let left, let right): "%\(left) + %\(right)"
    case .compareConstant(let register, let relation, let value, let scale):
      "%\(register) \(relation.symbol) \(Self.number(value, scale))"
    case .compare(let left, let right, let relation), .compareTexts(let left, let right, let relation):
      "%\(left) \(relation.symbol) %\(right)"
    case .compareRatio(let dividend, let divisor, let factor, let relation, let bound):
      "%\(dividend) * \(factor) \(relation.symbol) %\(bound) * %\(divisor)"
    case .isOneOf(let register, let values, let scale):
      "%\(register) in [\(values.map { Self.number($0, scale) }.joined(separator: ", "))]"
    case .equalTruths(let left, let right): "%\(left) == %\(right)"
    case .codeIsOneOf(let place, let codes):
      "\(column(place)) in words [\(codes.map { "\($0)" }.joined(separator: ", "))]"
    case .textTest(let register, let test, let word): "\(test)(%\(register), '\(word.string)')"
    case .and(let left, let right): "%\(left) && %\(right)"
    case .or(let left, let right): "%\(left) || %\(right)"
    case .not(let register): "!%\(register)"
    case .atLeast(let count, let registers): "atLeast(\(count.text), \(Self.list(registers)))"
    case .fold(let quantifier, let space, _, let body, let filter, _):
      "\(quantifier.text) over \(list(space)): %\(body)\(Self.filter(filter))"
    case .count(let space, _, let filter): "size of \(list(space))\(Self.filter(filter))"
    case .total(let aggregate, let space, _, let value, let filter):
      "\(aggregate) over \(list(space)): %\(value)\(Self.filter(filter))"
    case .membership(let space, _, let equal, _): "exists over \(list(space)): %\(equal)"
    case .allKnown(let space, _, let value, let filter):
      "all known of \(list(space)): %\(value)\(Self.filter(filter))"
    case .countValues(let space, _, let value, let filter, let repeated):
      "\(repeated ? "repeated" : "different") of \(list(space)): %\(value)\(Self.filter(filter))"
    case .call(let name, let registers, _): "\(name.string)(\(Self.list(registers)))"
    }
  }

  private static func list(_ registers: [Int]) -> String {
    registers.map { "%\($0)" }.joined(separator: ", ")
  }

  private static func path(_ slots: [Int]) -> String { slots.map { "\($0)" }.joined(separator: ".") }

  private static func filter(_ register: Int?) -> String { register.map { " where %\($0)" } ?? "" }

  /// A number in units of 10⁻ˢᶜᵃˡᵉ, as it is kept.
  private static func number(_ value: Int64, _ scale: Int) -> String {
    scale == 0 ? "\(value)" : "\(value)e-\(scale)"
  }

  /// The registers that the step reads.
  var registers: [Int] {
    switch self {
    case .column, .isGiven, .isKnown, .number, .truth, .text, .unsettled, .codeIsOneOf, .item: []
    case .lifted(let register), .gathered(let register), .negate(let register), .not(let register),
      .isSettled(let register), .itemOf(_, _, let register, _),
      .compareConstant(let register, _, _, _), .isOneOf(let register, _, _), .textTest(let register, _, _):
      [register]
    case .picked(let register, let item), .pickedPresence(let register, let item): [register, item]
    case .add(let left, let right), .subtract(let left, let right), .multiply(let left, let right),
      .compare(let left, let right, _), .compareTexts(let left, let right, _),
      .equalTruths(let left, let right), .joined(let left, let right),
      .and(let left, let right), .or(let left, let right):
      [left, right]
    case .choose(let condition, let first, let second): [condition, first, second]
    case .compareRatio(let dividend, let divisor, _, _, let bound): [dividend, divisor, bound]
    case .atLeast(let count, let registers): registers + (count.register.map { [$0] } ?? [])
    case .call(_, let registers, _), .related(_, let registers), .isMet(_, let registers): registers
    case .relatedField(let register, _), .hasRelatedField(let register, _): [register]
    case .guarded(let register, let needs, let doubts): [register] + needs + doubts
    case .fold(.existsAtLeast(.register(let count)), _, let given, let body, let filter, _):
      [given, body, count] + (filter.map { [$0] } ?? [])
    case .fold(_, _, let given, let body, let filter, _): [given, body] + (filter.map { [$0] } ?? [])
    case .count(_, let given, let filter): [given] + (filter.map { [$0] } ?? [])
    case .total(_, _, let given, let value, let filter), .allKnown(_, let given, let value, let filter),
      .countValues(_, let given, let value, let filter, _):
      [given, value] + (filter.map { [$0] } ?? [])
    case .membership(_, let given, let equal, let needle): [given, equal, needle]
    }
  }
}

extension Quantifier {
  fileprivate var text: String {
    switch self {
    case .exists: "exists"
    case .all: "all"
    case .existsOne: "exists_one"
    case .existsAtLeast(let count): "existsAtLeast(\(count.text))"
    }
  }
}

extension Count {
  fileprivate var text: String {
    switch self {
    case .constant(let number): "\(number)"
    case .register(let register): "%\(register)"
    }
  }
}
