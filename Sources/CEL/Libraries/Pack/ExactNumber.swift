import JSON

/// A decimal or a ratio; integers are decimals.
enum ExactNumber {
  case decimal(Decimal)
  case ratio(Ratio)

  init?(_ value: Value) {
    if let decimal = value.exactDecimal {
      self = .decimal(decimal)
    } else if case .ratio(let ratio) = value {
      self = .ratio(ratio)
    } else {
      return nil
    }
  }

  var numerator: Decimal {
    switch self {
    case .decimal(let decimal): decimal
    case .ratio(let ratio): ratio.numerator
    }
  }

  var denominator: Decimal {
    switch self {
    case .decimal: .one
    case .ratio(let ratio): ratio.denominator
    }
  }

  var value: Value {
    switch self {
    case .decimal(let decimal): .decimal(decimal)
    case .ratio(let ratio): .ratio(ratio)
    }
  }
}

/// Arithmetic: decimals give decimals, a ratio among the operands gives a ratio.
extension ExactNumber {
  /// - Throws: `overflow`.
  static func + (left: ExactNumber, right: ExactNumber) throws(ArithmeticError) -> ExactNumber {
    if case .decimal(let a) = left, case .decimal(let b) = right { return .decimal(try a + b) }
    if left.denominator == right.denominator {
      return .ratio(try Ratio(left.numerator + right.numerator, left.denominator))
    }
    let numerator = try left.numerator * right.denominator + right.numerator * left.denominator
    return .ratio(try Ratio(numerator, left.denominator * right.denominator))
  }

  /// - Throws: `overflow`.
  static func - (left: ExactNumber, right: ExactNumber) throws(ArithmeticError) -> ExactNumber {
    try left + -right
  }

  /// - Throws: `overflow`.
  static func * (left: ExactNumber, right: ExactNumber) throws(ArithmeticError) -> ExactNumber {
    if case .decimal(let a) = left, case .decimal(let b) = right { return .decimal(try a * b) }
    return .ratio(
      try Ratio(left.numerator * right.numerator, left.denominator * right.denominator))
  }

  /// Of decimals, rounded half-even at 18 places; with a ratio, exact.
  ///
  /// - Throws: `overflow`, `divisionByZero`.
  static func / (left: ExactNumber, right: ExactNumber) throws(ArithmeticError) -> ExactNumber {
    if case .decimal(let a) = left, case .decimal(let b) = right { return .decimal(try a / b) }
    return .ratio(try left.over(right))
  }

  /// The exact quotient.
  ///
  /// - Throws: `overflow`, `divisionByZero`.
  func over(_ divisor: ExactNumber) throws(ArithmeticError) -> Ratio {
    if case .decimal(let a) = self, case .decimal(let b) = divisor { return try Ratio(a, b) }
    return try Ratio(numerator * divisor.denominator, denominator * divisor.numerator)
  }

  static prefix func - (number: ExactNumber) -> ExactNumber {
    switch number {
    case .decimal(let decimal): .decimal(-decimal)
    case .ratio(let ratio): (try? Ratio(-ratio.numerator, ratio.denominator)).map(ExactNumber.ratio) ?? number
    }
  }
}

extension Value {
  /// The error value of failed arithmetic.
  static func failure(_ error: ArithmeticError, _ operation: Text) -> Value {
    switch error {
    case .overflow: .overflow(operation)
    case .divisionByZero: .error(EvaluationError(.divisionByZero))
    }
  }
}
