import JSON

/// Rounding and tests of doubles, and the square root.
extension MathLibrary {
  static let doubles = [
    rounding("ceil") { $0.rounded(.up) },
    rounding("floor") { $0.rounded(.down) },
    rounding("trunc") { $0.rounded(.towardZero) },
    rounding("round") { halfAwayFromZero($0) },
    test("isNaN") { $0.isNaN },
    test("isInf") { $0.isInfinite },
    test("isFinite") { $0.isFinite },
    FunctionDeclaration(
      "math.sqrt", numbers.map { Overload("math_sqrt_" + $0.name, [$0.type], .double) },
      .unary { value, _ in
        switch value {
        case .double(let double): .double(double.squareRoot())
        case .int(let int): .double(Double(int).squareRoot())
        case .uint(let uint): .double(Double(uint).squareRoot())
        default: nil
        }
      }),
  ]

  private static func rounding(
    _ name: Text, _ round: @escaping @Sendable (Double) -> Double
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name, [Overload("math_" + name + "_double", [.double], .double)],
      .unary { value, _ in
        guard case .double(let double) = value else { return nil }
        return .double(round(double))
      })
  }

  private static func test(
    _ name: Text, _ holds: @escaping @Sendable (Double) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name, [Overload("math_" + name + "_double", [.double], .bool)],
      .unary { value, _ in
        guard case .double(let double) = value else { return nil }
        return .bool(holds(double))
      })
  }

  /// Written out, because WebAssembly has no instruction for it and there is no C library to call.
  private static func halfAwayFromZero(_ value: Double) -> Double {
    let whole = value.rounded(.towardZero)
    guard (value - whole).magnitude >= 0.5 else { return whole }
    return whole + (value < 0 ? -1 : 1)
  }
}
