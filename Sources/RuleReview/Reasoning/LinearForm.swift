import CEL

/// A sum of terms with factors and a constant.
struct LinearForm {
  private(set) var factors: [Int: Decimal] = [:]
  private(set) var constant: Decimal = .zero
  /// True where every term is whole and every factor, too.
  private(set) var isWhole = true

  init(_ constant: Decimal) {
    self.constant = constant
    isWhole = constant.isInteger
  }

  init(term: Int, isWhole: Bool) {
    factors[term] = .one
    self.isWhole = isWhole
  }

  /// Nil where a number leaves the range of decimals.
  func adding(_ other: LinearForm, times factor: Decimal) -> LinearForm? {
    var sum = self
    for (term, value) in other.factors {
      guard let product = try? value * factor, let total = try? (sum.factors[term] ?? .zero) + product else {
        return nil
      }
      sum.factors[term] = total.isZero ? nil : total
    }
    guard let product = try? other.constant * factor, let total = try? sum.constant + product else {
      return nil
    }
    sum.constant = total
    sum.isWhole = isWhole && other.isWhole && factor.isInteger
    return sum
  }

  func times(_ factor: Decimal) -> LinearForm? { LinearForm(.zero).adding(self, times: factor) }
}
