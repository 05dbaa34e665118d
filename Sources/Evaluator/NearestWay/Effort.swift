import CEL
import JSON

/// How much a finding would have to change, as its distance over its limit.
enum Effort {
  /// Nil where the rule cannot be brought to satisfied: it is so already, it does not apply, or what it looks at is
  /// past; a fixed rule that is merely undecided still can, by the paper that decides it.
  static func of(_ finding: Finding, _ check: Check) -> Decimal? {
    switch finding.outcome {
    case .satisfied, .notApplicable: return nil
    case .violated where check.isFixed && finding.holds == false: return nil
    case .violated, .undetermined, .notYetDue: break
    }
    guard let distance = finding.distance.flatMap(magnitude) else { return .one }
    let limits = finding.limit.compactMap { magnitude($0.value) }.filter { !$0.isZero }
    guard let limit = nearest(limits, to: finding.measured.flatMap(magnitude)) else {
      return finding.limit.isEmpty ? .one : distance
    }
    return distance.saturatingQuotient(limit)
  }

  /// The bound of a band that the measured value fell short of.
  private static func nearest(_ limits: [Decimal], to measured: Decimal?) -> Decimal? {
    guard let measured, let first = limits.first, let last = limits.last else { return limits.first }
    return measured > last ? last : first
  }

  private static func magnitude(_ value: Value) -> Decimal? {
    switch value {
    case .int(let int): Decimal(int).magnitude
    case .uint(let uint): Decimal(uint)
    case .decimal(let decimal): decimal.magnitude
    case .ratio(let ratio): (try? ratio.decimal())?.magnitude
    default: nil
    }
  }
}

extension Decimal {
  /// A sum that stays where it is once it would overflow: an order of ways, not an account.
  func saturatingSum(_ other: Decimal) -> Decimal {
    do throws(ArithmeticError) { return try self + other } catch { return self < other ? other : self }
  }

  /// A quotient, the dividend itself where the quotient overflows.
  func saturatingQuotient(_ divisor: Decimal) -> Decimal {
    do throws(ArithmeticError) { return try self / divisor } catch { return self }
  }
}
