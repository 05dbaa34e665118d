import JSON

/// Operations on the 64 bits of an int or uint; an int shifts as the same bits of a uint would.
extension MathLibrary {
  static let bits = [
    combination("bitAnd") { $0 & $1 },
    combination("bitOr") { $0 | $1 },
    combination("bitXor") { $0 ^ $1 },
    FunctionDeclaration(
      "math.bitNot",
      [
        Overload("math_bitNot_int_int", [.int], .int), Overload("math_bitNot_uint_uint", [.uint], .uint),
      ],
      .unary { value, _ in
        switch value {
        case .int(let int): .int(~int)
        case .uint(let uint): .uint(~uint)
        default: nil
        }
      }),
    shift("bitShiftLeft") { $0 << $1 },
    shift("bitShiftRight") { $0 >> $1 },
  ]

  private static func combination(
    _ name: Text, _ combine: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name,
      [
        Overload("math_" + name + "_int_int", [.int, .int], .int),
        Overload("math_" + name + "_uint_uint", [.uint, .uint], .uint),
      ],
      .binary { left, right, _ in
        switch (left, right) {
        case (.int(let a), .int(let b)):
          .int(Int64(bitPattern: combine(UInt64(bitPattern: a), UInt64(bitPattern: b))))
        case (.uint(let a), .uint(let b)): .uint(combine(a, b))
        default: nil
        }
      })
  }

  /// - Parameter shift: gives 0 for 64 bits and more; a negative number of bits is an error.
  private static func shift(
    _ name: Text, _ shift: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name,
      [
        Overload("math_" + name + "_int_int", [.int, .int], .int),
        Overload("math_" + name + "_uint_int", [.uint, .int], .uint),
      ],
      .binary { value, count, _ in
        guard case .int(let count) = count else { return nil }
        switch value {
        case .int, .uint: if count < 0 { return .outOfRange(.int(count)) }
        default: return nil
        }
        switch value {
        case .int(let int): return .int(Int64(bitPattern: shift(UInt64(bitPattern: int), count)))
        case .uint(let uint): return .uint(shift(uint, count))
        default: return nil
        }
      })
  }
}
