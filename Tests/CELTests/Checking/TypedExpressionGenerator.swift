import CEL
import JSON

/// Writes random expressions of a wanted type, so that what the checker deduces is known beforehand.
///
/// Every list and map has an element, so that no type is left open.
struct TypedExpressionGenerator {
  private var random: SeededGenerator
  private var locals: [(name: String, type: CELType)] = []
  private var nextName = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func type(depth: Int) -> CELType {
    let scalars: [CELType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .null,
    ]
    guard depth > 0 else { return scalars[choose(scalars.count)] }
    return switch choose(6) {
    case 0: .list(type(depth: depth - 1))
    case 1: .map([CELType.bool, .int, .uint, .string][choose(4)], type(depth: depth - 1))
    case 2: .optional(type(depth: depth - 1))
    default: scalars[choose(scalars.count)]
    }
  }

  mutating func expression(_ type: CELType, depth: Int) -> String {
    let known = locals.filter { $0.type == type }
    if !known.isEmpty, choose(3) == 0 { return known[choose(known.count)].name }
    guard depth > 0 else { return literal(type) }
    if choose(4) == 0 { return anywhere(type, depth - 1) }
    return switch type {
    case .bool: bool(depth - 1)
    case .int: int(depth - 1)
    case .uint, .double: arithmetic(type, depth - 1)
    case .string: string(depth - 1)
    case .timestamp:
      "(\(expression(.timestamp, depth: depth - 1)) + \(expression(.duration, depth: depth - 1)))"
    case .list(let element): list(element, depth - 1)
    case .map(let key, let value): map(key, value, depth - 1)
    case .optional(let wrapped): optional(wrapped, depth - 1)
    default: literal(type)
    }
  }

  private mutating func choose(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func literal(_ type: CELType) -> String {
    switch type {
    case .bool: ["true", "false"][choose(2)]
    case .int: ["0", "1", "-3", "42", "9223372036854775807"][choose(5)]
    case .uint: ["0u", "7u", "18446744073709551615u"][choose(3)]
    case .double: ["0.0", "1.5", "-2e3"][choose(3)]
    case .string: ["''", "'a'", "\"đơn vị\""][choose(3)]
    case .bytes: ["b''", "b'\\xff'"][choose(2)]
    case .timestamp: "timestamp('2021-01-01T00:00:00Z')"
    case .duration: ["duration('1s')", "duration('-2h')"][choose(2)]
    case .list(let element): "[\(literal(element))]"
    case .map(let key, let value): "{\(literal(key)): \(literal(value))}"
    case .optional(let wrapped): "optional.of(\(literal(wrapped)))"
    default: "null"
    }
  }

  /// Forms that can have any type.
  private mutating func anywhere(_ type: CELType, _ depth: Int) -> String {
    switch choose(6) {
    case 0:
      "(\(expression(.bool, depth: depth)) ? \(expression(type, depth: depth)) : \(expression(type, depth: depth)))"
    case 1: "\(expression(.list(type), depth: depth))[\(expression(.int, depth: depth))]"
    case 2: "\(expression(.map(.string, type), depth: depth)).a"
    case 3: "\(expression(.optional(type), depth: depth)).orValue(\(expression(type, depth: depth)))"
    case 4: "\(expression(.optional(type), depth: depth)).value()"
    default: bind(type, depth)
    }
  }

  private mutating func bind(_ type: CELType, _ depth: Int) -> String {
    let value = self.type(depth: 1)
    let definition = expression(value, depth: depth)
    return within(value) { name, generator in
      "cel.bind(\(name), \(definition), \(generator.expression(type, depth: depth)))"
    }
  }

  private mutating func within(
    _ types: CELType..., body: (String, inout TypedExpressionGenerator) -> String
  ) -> String {
    let names = types.map { type in
      nextName += 1
      locals.append(("v\(nextName)", type))
      return "v\(nextName)"
    }
    defer { locals.removeLast(types.count) }
    return body(names.joined(separator: ", "), &self)
  }

  private mutating func bool(_ depth: Int) -> String {
    let other = type(depth: 1)
    switch choose(9) {
    case 0: return "(\(expression(.bool, depth: depth)) && \(expression(.bool, depth: depth)))"
    case 1: return "(\(expression(.bool, depth: depth)) || \(expression(.bool, depth: depth)))"
    case 2: return "!\(expression(.bool, depth: depth))"
    case 3: return "(\(expression(other, depth: depth)) == \(expression(other, depth: depth)))"
    case 4: return "(\(expression(other, depth: depth)) in \(expression(.list(other), depth: depth)))"
    case 5:
      let numbers: [CELType] = [.int, .uint, .double]
      let (left, right) = (numbers[choose(3)], numbers[choose(3)])
      return "(\(expression(left, depth: depth)) <= \(expression(right, depth: depth)))"
    case 6: return "\(expression(.string, depth: depth)).startsWith(\(expression(.string, depth: depth)))"
    case 7: return "has(\(expression(.map(.string, other), depth: depth)).a)"
    default:
      let range = expression(.list(other), depth: depth)
      let macro = ["all", "exists", "exists_one"][choose(3)]
      return within(other) { name, generator in
        "\(range).\(macro)(\(name), \(generator.expression(.bool, depth: depth)))"
      }
    }
  }

  private mutating func int(_ depth: Int) -> String {
    switch choose(4) {
    case 0: "size(\(expression(.string, depth: depth)))"
    case 1: "\(expression(.list(type(depth: 1)), depth: depth)).size()"
    default: arithmetic(.int, depth)
    }
  }

  private mutating func arithmetic(_ type: CELType, _ depth: Int) -> String {
    let symbol = ["+", "-", "*", "/"][choose(4)]
    return "(\(expression(type, depth: depth)) \(symbol) \(expression(type, depth: depth)))"
  }

  private mutating func string(_ depth: Int) -> String {
    choose(2) == 0
      ? "string(\(expression(.int, depth: depth)))"
      : "(\(expression(.string, depth: depth)) + \(expression(.string, depth: depth)))"
  }

  private mutating func list(_ element: CELType, _ depth: Int) -> String {
    let other = type(depth: 1)
    switch choose(6) {
    case 0: return "[\(expression(element, depth: depth)), \(expression(element, depth: depth))]"
    case 1: return "[?\(expression(.optional(element), depth: depth)), \(expression(element, depth: depth))]"
    case 2:
      return "(\(expression(.list(element), depth: depth)) + \(expression(.list(element), depth: depth)))"
    case 3:
      let range = expression(.list(element), depth: depth)
      return within(element) { name, generator in
        "\(range).filter(\(name), \(generator.expression(.bool, depth: depth)))"
      }
    case 4:
      let range = expression(.map(.string, other), depth: depth)
      return within(.string, other) { names, generator in
        "\(range).transformList(\(names), \(generator.expression(element, depth: depth)))"
      }
    default:
      let range = expression(.list(other), depth: depth)
      return within(other) { name, generator in
        "\(range).map(\(name), \(generator.expression(element, depth: depth)))"
      }
    }
  }

  private mutating func map(_ key: CELType, _ value: CELType, _ depth: Int) -> String {
    guard choose(3) == 0 else {
      let entry = key == .string ? "'a'" : expression(key, depth: depth)
      return "{\(entry): \(expression(value, depth: depth))}"
    }
    let range = expression(.map(key, .int), depth: depth)
    return within(key, .int) { names, generator in
      "\(range).transformMap(\(names), \(generator.expression(value, depth: depth)))"
    }
  }

  private mutating func optional(_ wrapped: CELType, _ depth: Int) -> String {
    let other = type(depth: 1)
    switch choose(4) {
    case 0: return "optional.of(\(expression(wrapped, depth: depth)))"
    case 1: return "\(expression(.map(.string, wrapped), depth: depth)).?a"
    case 2: return "\(expression(.list(wrapped), depth: depth))[?\(expression(.int, depth: depth))]"
    default:
      let range = expression(.optional(other), depth: depth)
      return within(other) { name, generator in
        "\(range).optMap(\(name), \(generator.expression(wrapped, depth: depth)))"
      }
    }
  }
}
