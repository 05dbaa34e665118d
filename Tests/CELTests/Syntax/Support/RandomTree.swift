import CEL
import JSON

/// Makes trees of every kind of node that a parser can make.
struct RandomTree {
  private var random: SeededGenerator
  private static let names: [Text] = ["a", "b", "x", "size", "in_", "_"]
  private static let fields: [Text] = ["a", "value", "if", "in", "null", "b-c", "x.y/z 1", "9"]
  private static let literals: [Literal] = [
    .null, .bool(true), .int(0), .int(7), .int(-7), .int(.min), .int(.max), .uint(0), .uint(.max),
    .fraction("0.5"),
    .fraction("-1.50"), .fraction("1e-9"), .fraction(".25E+3"), .string(""), .string("it's"),
    .string("\"'\\`\n\r\t\0"),
    .string("Đặng Thị"), .string("\u{FEFF}\u{202E}\u{85}\u{10FFFF}"), .bytes([]), .bytes(Array(0...255)),
  ]
  private static let binary: [Text] = [
    Operator.and, Operator.or, Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual,
    Operator.equals, Operator.notEquals, Operator.membership, Operator.add, Operator.subtract,
    Operator.multiply,
    Operator.divide, Operator.modulo, Operator.index, Operator.optionalIndex,
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func expression(depth: Int) -> Expression {
    Expression(id: 0, range: SourceRange(0, 0), kind: depth == 0 ? leaf() : branch(depth - 1))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func flag() -> Bool { Bool.random(using: &random) }

  private mutating func leaf() -> Expression.Kind {
    flag() ? .literal(pick(Self.literals)) : .identifier(pick(Self.names), leadingDot: flag())
  }

  private mutating func several(_ depth: Int) -> [Expression] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in expression(depth: depth) }
  }

  private mutating func branch(_ depth: Int) -> Expression.Kind {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return leaf()
    case 1: return .select(expression(depth: depth), field: pick(Self.fields), optional: flag())
    case 2: return .has(expression(depth: depth), field: pick(Self.fields))
    case 3, 4, 5:
      return call(pick(Self.binary), [expression(depth: depth), expression(depth: depth)])
    case 6: return call(flag() ? Operator.not : Operator.negate, [expression(depth: depth)])
    case 7:
      return call(Operator.conditional, (0..<3).map { _ in expression(depth: depth) })
    case 8: return call(pick(["f", ".f", "g"]), several(depth))
    case 9:
      return .call(
        function: pick(["f", "size", "as"]), target: expression(depth: depth), arguments: several(depth))
    case 10:
      let items = several(depth)
      return .list(items, optional: items.map { _ in flag() })
    case 11:
      return .map(
        several(depth).map { Expression.MapEntry(key: $0, value: expression(depth: 1), optional: flag()) })
    case 12:
      let fields = several(depth).map {
        Expression.FieldEntry(field: pick(Self.fields), value: $0, optional: flag())
      }
      return .structure(type: pick(["T", "a.B", ".a.b.C"]), fields: fields)
    default: return macro(depth)
    }
  }

  private func call(_ function: Text, _ arguments: [Expression]) -> Expression.Kind {
    .call(function: function, target: nil, arguments: arguments)
  }

  private mutating func macro(_ depth: Int) -> Expression.Kind {
    guard Int.random(in: 0..<8, using: &random) > 0 else {
      return .bind(
        variable: pick(Self.names), value: expression(depth: depth), body: expression(depth: depth))
    }
    let operation = pick(Comprehension.Operation.allCases)
    let range = expression(depth: depth)
    let body = expression(depth: depth)
    let filter = flag() ? expression(depth: 1) : nil
    switch operation {
    case .all, .exists, .existsOne:
      let second: Text? = flag() ? "second" : nil
      return .comprehension(
        Comprehension(operation: operation, range: range, variable: "x", second: second, predicate: body))
    case .filter:
      return .comprehension(Comprehension(operation: operation, range: range, variable: "x", predicate: body))
    case .existsAtLeast:
      return .comprehension(
        Comprehension(
          operation: operation, range: range, variable: "x", count: expression(depth: 1), predicate: body))
    case .map:
      return .comprehension(
        Comprehension(operation: operation, range: range, variable: "x", predicate: filter, transform: body))
    case .transformList, .transformMap, .transformMapEntry:
      return .comprehension(
        Comprehension(
          operation: operation, range: range, variable: "k", second: "v", predicate: filter, transform: body))
    case .sortBy, .optionalMap, .optionalFlatMap:
      return .comprehension(Comprehension(operation: operation, range: range, variable: "x", transform: body))
    }
  }
}
