import JSON

/// `math.abs` and `math.sign`.
extension MathLibrary {
  static let signs = [
    FunctionDeclaration(
      "math.abs", numbers.map { Overload("math_abs_" + $0.name, [$0.type], $0.type) },
      .unary { value, _ in
        switch value {
        case .int(let int): Int64(exactly: int.magnitude).map(Value.int) ?? .overflow("math.abs")
        case .uint: value
        case .double(let double): .double(double.magnitude)
        default: nil
        }
      }),
    FunctionDeclaration(
      "math.sign", numbers.map { Overload("math_sign_" + $0.name, [$0.type], $0.type) },
      .unary { value, _ in
        switch value {
        case .int(let int): .int(int.signum())
        case .uint(let uint): .uint(uint == 0 ? 0 : 1)
        // Both zeros and NaN are their own sign.
        case .double(let double): .double(double > 0 ? 1 : double < 0 ? -1 : double)
        default: nil
        }
      }),
  ]
}
