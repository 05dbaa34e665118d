import CEL
import JSON

/// Reads any bytes as the recipe of an expression, so that mutating them gives other expressions that make sense, where
/// mutating text mostly gives errors of syntax.
struct ExpressionReader {
  private var bytes: Slice<UnsafeBufferPointer<UInt8>>

  private static let literals: [Literal] = [
    .null, .bool(true), .bool(false), .int(0), .int(1), .int(2), .int(-1), .int(.max), .int(.min), .uint(0),
    .uint(2), .uint(.max), .fraction("0.5"), .fraction("2.0"), .fraction("-1.5"), .fraction("1e300"),
    .fraction("0.1"), .fraction("99999999999999999999.999999999999999999"), .string(""), .string("good"),
    .string("commune"), .string("x"), .string("xã"), .string("2021-12-31"), .string("1h"), .string("2021-06"),
    .string("2021-06-30T10:00:00Z"), .string("a%s|%d%.2f"), .string("(a|b)*x?"), .bytes([0x61, 0xFF]),
    .bytes([]),
  ]
  private static let names: [Text] = [
    "b", "i", "d", "s", "g", "k", "t", "p", "l", "m", "v", "w", "int", "string",
  ]
  private static let fields: [Text] = ["x", "y", "value", "code", "a"]
  private static let variables: [Text] = ["v", "w", "i"]
  private static let binary: [Text] = [
    Operator.and, Operator.or, Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual,
    Operator.equals, Operator.notEquals, Operator.membership, Operator.add, Operator.subtract,
    Operator.multiply,
    Operator.divide, Operator.modulo, Operator.index, Operator.optionalIndex,
  ]
  /// The named functions of all libraries: name, whether it has a receiver, number of arguments without it.
  private static let functions: [(name: Text, isMember: Bool, count: Int)] = {
    var functions: [(name: Text, isMember: Bool, count: Int)] = []
    for library in packs.libraries {
      for function in library.functions where function.name.utf8.first?.isLetter == true {
        for overload in function.overloads {
          let count = overload.parameters.count - (overload.isMember ? 1 : 0)
          functions.append((function.name, overload.isMember, count))
        }
      }
    }
    return functions
  }()

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { self.bytes = bytes }

  /// The next choice among so many; the first one when the bytes are used up.
  private mutating func choice(_ count: Int) -> Int {
    guard let byte = bytes.popFirst() else { return 0 }
    return Int(byte) % count
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[choice(elements.count)] }

  /// A tree of at most so many levels.
  mutating func expression(_ depth: Int = 7) -> Expression {
    let kind = depth == 0 || bytes.isEmpty ? leaf() : branch(depth - 1)
    return Expression(id: 0, range: SourceRange(0, 0), kind: kind)
  }

  private mutating func leaf() -> Expression.Kind {
    choice(2) == 0 ? .identifier(pick(Self.names), leadingDot: false) : .literal(pick(Self.literals))
  }

  private mutating func several(_ count: Int, _ depth: Int) -> [Expression] {
    (0..<count).map { _ in expression(depth) }
  }

  private mutating func branch(_ depth: Int) -> Expression.Kind {
    switch choice(16) {
    case 0, 1: return leaf()
    case 2: return .select(expression(depth), field: pick(Self.fields), optional: choice(8) == 0)
    case 3: return choice(4) == 0 ? .has(expression(depth), field: pick(Self.fields)) : leaf()
    case 4, 5, 6: return .call(function: pick(Self.binary), target: nil, arguments: several(2, depth))
    case 7:
      return .call(
        function: pick([Operator.not, Operator.negate]), target: nil, arguments: several(1, depth))
    case 8: return .call(function: Operator.conditional, target: nil, arguments: several(3, depth))
    case 9:
      let items = several(choice(4), depth)
      return .list(items, optional: items.map { _ in choice(16) == 0 })
    case 10:
      return .map(
        several(choice(3), depth).map {
          Expression.MapEntry(key: $0, value: expression(depth), optional: choice(16) == 0)
        })
    case 11, 12: return comprehension(depth)
    default:
      let function = Self.functions[(choice(256) << 8 | choice(256)) % Self.functions.count]
      return .call(
        function: function.name, target: function.isMember ? expression(depth) : nil,
        arguments: several(function.count, depth))
    }
  }

  private mutating func comprehension(_ depth: Int) -> Expression.Kind {
    let operations = Comprehension.Operation.allCases
    let place = choice(operations.count + 1)
    let variable = pick(Self.variables)
    let range = expression(depth)
    let body = expression(depth)
    guard place < operations.count else { return .bind(variable: variable, value: range, body: body) }
    let operation = operations[place]
    let second: Text? = choice(3) == 0 ? "u" : nil
    switch operation {
    case .all, .exists, .existsOne:
      return .comprehension(
        Comprehension(operation: operation, range: range, variable: variable, second: second, predicate: body)
      )
    case .filter:
      return .comprehension(
        Comprehension(operation: operation, range: range, variable: variable, predicate: body))
    case .existsAtLeast:
      return .comprehension(
        Comprehension(
          operation: operation, range: range, variable: variable, count: expression(1), predicate: body))
    case .map, .transformList, .transformMap, .transformMapEntry:
      return .comprehension(
        Comprehension(
          operation: operation, range: range, variable: variable, second: operation == .map ? nil : "u",
          predicate: second == nil ? nil : expression(2), transform: body))
    case .sortBy, .optionalMap, .optionalFlatMap:
      return .comprehension(
        Comprehension(operation: operation, range: range, variable: variable, transform: body))
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
