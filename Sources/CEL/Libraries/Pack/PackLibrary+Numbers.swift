import JSON

/// Making exact numbers: `decimal`, `ratio`, `percent`; whole division: `div`, `mod`; `abs`.
extension PackLibrary {
  static let numbers: [FunctionDeclaration] = [
    FunctionDeclaration(
      "decimal",
      [
        Overload("decimal_to_decimal", [.decimal], .decimal), Overload("int64_to_decimal", [.int], .decimal),
        Overload("uint64_to_decimal", [.uint], .decimal), Overload("ratio_to_decimal", [.ratio], .decimal),
        Overload("double_to_decimal", [.double], .decimal),
        Overload("string_to_decimal", [.string], .decimal),
      ], .unary { value, _ in decimal(value) }),
    FunctionDeclaration(
      "int", [Overload("decimal_to_int64", [.decimal], .int)],
      .unary { value, _ in
        guard case .decimal(let decimal) = value else { return nil }
        return decimal.truncated.int64.map(Value.int) ?? .outOfRange(value)
      }),
    FunctionDeclaration(
      "double", [Overload("decimal_to_double", [.decimal], .double)],
      .unary { value, _ in
        guard case .decimal(let decimal) = value else { return nil }
        return .double(decimal.double)
      }),
    quotient("ratio", factor: .one), quotient("percent", factor: Decimal(100 as Int64)),
    whole("div", Operator.divide), whole("mod", Operator.modulo),
    FunctionDeclaration(
      "abs",
      [
        Overload("abs_int64", [.int], .int), Overload("abs_decimal", [.decimal], .decimal),
        Overload("abs_ratio", [.ratio], .ratio),
      ], .unary { value, _ in magnitude(value) }),
  ]

  /// A double by its shortest digits; a ratio rounded half-even at 18 places.
  private static func decimal(_ value: Value) -> Value? {
    switch value {
    case .int, .uint, .decimal: return value.exactDecimal.map(Value.decimal)
    case .double(let double):
      let text = double.shortestText
      return (try? Decimal(text)).map(Value.decimal) ?? .unconvertible(text, "decimal")
    case .string(let text):
      return (try? Decimal(text)).map(Value.decimal) ?? .unconvertible(text, "decimal")
    case .ratio(let ratio):
      do throws(ArithmeticError) { return .decimal(try ratio.decimal()) } catch {
        return .failure(error, "decimal")
      }
    default: return nil
    }
  }

  /// The exact quotient of two numbers, the first multiplied before.
  private static func quotient(_ name: Text, factor: Decimal) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(name + "_decimal", [.decimal, .decimal], .ratio),
        Overload(name + "_ratio", [.ratio, .ratio], .ratio),
      ],
      extent: { quotients($0[0], $0[1], factor) },
      .binary { left, right, _ in
        guard let dividend = ExactNumber(left), let divisor = ExactNumber(right) else { return nil }
        do throws(ArithmeticError) {
          return .ratio(try (dividend * .decimal(factor)).over(divisor))
        } catch {
          return .failure(error, name)
        }
      })
  }

  /// Between which quotients the one of two open numbers lies, as far as no divisor may be zero.
  private static func quotients(_ left: Value, _ right: Value, _ factor: Decimal) -> Extent? {
    guard let dividend = left.ends, let divisor = right.ends,
      let least = ExactNumber(dividend.least), !least.numerator.isNegative,
      let smallest = ExactNumber(divisor.least), smallest.numerator.compared(to: .zero) == .greater
    else { return nil }
    func quotient(_ number: ExactNumber, _ divisor: ExactNumber) -> Value? {
      (try? (number * .decimal(factor)).over(divisor)).map(Value.ratio)
    }
    let most = dividend.most.flatMap { ExactNumber($0) }.flatMap { quotient($0, smallest) }
    guard let largest = divisor.most.flatMap({ ExactNumber($0) }) else {
      return .number(least: .int(0), most: most)
    }
    return quotient(least, largest).map { .number(least: $0, most: most) }
  }

  /// The whole quotient towards zero, or the remainder, which has the sign of the dividend.
  private static func whole(_ name: Text, _ operation: Text) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(name + "_int64", [.int, .int], .int), Overload(name + "_uint64", [.uint, .uint], .uint),
      ],
      .binary { left, right, _ in
        switch (left, right) {
        case (.int, .int), (.uint, .uint): StandardLibrary.quotient(operation, left, right)
        default: nil
        }
      })
  }

  private static func magnitude(_ value: Value) -> Value? {
    switch value {
    case .int(let int): int == .min ? .overflow("abs") : .int(Swift.abs(int))
    case .decimal(let decimal): .decimal(decimal.magnitude)
    case .ratio(let ratio): ratio.numerator.isNegative ? ExactNumber(value).map { (-$0).value } : value
    default: nil
    }
  }
}
