import JSON

/// `+ - * /` and negation of decimals and ratios, also beside integers, of which the standard library knows only those
/// of one type.
extension PackLibrary {
  static let arithmetic: [FunctionDeclaration] = [
    operation(Operator.add, "add"), operation(Operator.subtract, "subtract"),
    operation(Operator.multiply, "multiply"), operation(Operator.divide, "divide"),
    FunctionDeclaration(
      Operator.negate,
      [
        Overload("negate_decimal", [.decimal], .decimal), Overload("negate_ratio", [.ratio], .ratio),
      ],
      .unary { value, _ in
        guard value.isExactFraction, let number = ExactNumber(value) else { return nil }
        return (-number).value
      }),
  ]

  private static func operation(_ name: Text, _ stem: Text) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(stem + "_decimal", [.decimal, .decimal], .decimal),
        Overload(stem + "_ratio", [.ratio, .ratio], .ratio),
      ],
      // Lists are none of its business, so it must not keep the standard library from joining open ones.
      traits: .takesOpen, extent: { ends(name, $0) },
      .binary { left, right, _ in
        guard left.isExactFraction || right.isExactFraction, let a = ExactNumber(left),
          let b = ExactNumber(right)
        else { return nil }
        return result(name, a, b)
      })
  }

  /// Between which numbers the sum or difference of two open ones lies.
  private static func ends(_ name: Text, _ arguments: [Value]) -> Extent? {
    guard name == Operator.add || name == Operator.subtract, arguments.count == 2,
      let left = arguments[0].ends, let right = arguments[1].ends
    else { return nil }
    func number(_ one: Value?, _ other: Value?) -> Value? {
      guard let a = one.flatMap({ ExactNumber($0) }), let b = other.flatMap({ ExactNumber($0) }) else {
        return nil
      }
      let value = result(name, a, b)
      return value.isUnsettled ? nil : value
    }
    let isSum = name == Operator.add
    guard let least = number(left.least, isSum ? right.least : right.most) else { return nil }
    return .number(least: least, most: number(left.most, isSum ? right.most : right.least))
  }

  static func result(_ name: Text, _ left: ExactNumber, _ right: ExactNumber) -> Value {
    do throws(ArithmeticError) {
      switch name {
      case Operator.add: return try (left + right).value
      case Operator.subtract: return try (left - right).value
      case Operator.multiply: return try (left * right).value
      default: return try (left / right).value
      }
    } catch {
      return .failure(error, name)
    }
  }
}

extension Value {
  fileprivate var isExactFraction: Bool {
    switch self {
    case .decimal, .ratio: true
    default: false
    }
  }
}
