import CEL
import JSON
import Testing

@Suite struct RatioTests {
  @Test func refusesZeroDenominators() {
    #expect(throws: ArithmeticError.divisionByZero) { try Ratio(.one, Decimal("0.0")) }
  }

  @Test func keepsItsNumbersAndMovesTheSignUp() throws {
    let ratio = try Ratio(Decimal("9"), Decimal("-60"))
    #expect(ratio.numerator.text == "-9")
    #expect(ratio.denominator.text == "60")
    #expect(try ratio.decimal().text == "-0.15")
  }

  @Test func comparesExactlyWhereRoundingWouldNot() throws {
    let third = try Ratio(.one, Decimal("3"))
    #expect(try third.decimal() == Decimal("0.333333333333333333"))
    #expect(try third.compared(to: Decimal("0.333333333333333333")) == .greater)
    #expect(try Ratio(Decimal("9"), Decimal("60")).compared(to: Decimal("0.15")) == .equal)
    #expect(try Ratio(Decimal("6"), Decimal("3")).compared(to: Decimal(2 as Int64)) == .equal)
  }

  @Test func comparesLikePenAndPaper() throws {
    var samples = DecimalSamples(seed: 8)
    for _ in 0..<500 {
      let (a, b, c, d) = (samples.next(), samples.next(), samples.next(), samples.next())
      guard !b.isZero, !d.isZero else { continue }
      let (left, right) = (try Ratio(a, b), try Ratio(c, d))
      let exact = Ordering(
        left.numerator.slow * right.denominator.slow, right.numerator.slow * left.denominator.slow)
      #expect(left.compared(to: right) == exact, "\(a)/\(b) \(c)/\(d)")
      let whole = SlowInteger(1).shifted(by: 18)
      #expect(
        left.compared(to: c) == Ordering(left.numerator.slow * whole, c.slow * left.denominator.slow),
        "\(a)/\(b) \(c)")
    }
  }

  @Test func hashesLikeTheNumberItEquals() throws {
    var samples = DecimalSamples(seed: 9)
    for _ in 0..<500 {
      let (a, b) = (samples.next(), samples.next())
      guard !b.isZero, let product = try? a * b else { continue }
      let ratio = try Ratio(product, b)
      #expect(ratio.compared(to: a) == .equal)
      #expect(ratio.hashValue == (try Ratio(a, .one)).hashValue)
      #expect(ratio == (try Ratio(a, .one)))
      if let exact = ratio.exactDecimal { #expect(exact == a) }
    }
    #expect(try Ratio(Decimal("9"), Decimal("60")).hashValue == Decimal("0.15").hashValue)
  }

  @Test func subtractsOnlyExactly() throws {
    let share = try Ratio(Decimal("9"), Decimal("60"))
    #expect(try share.subtracting(Decimal("0.2")) == Decimal("-0.05"))
    #expect(try share.subtracting(Decimal("-0.2")) == Decimal("0.35"))
    #expect(try Ratio(.one, Decimal("3")).subtracting(.one) == nil)
    #expect(try Ratio(Decimal("-1"), Decimal("8")).exactDecimal == Decimal("-0.125"))
    #expect(try Ratio(.zero, Decimal("7")).subtracting(.one) == Decimal("-1"))
  }

  @Test func subtractsLikePenAndPaper() throws {
    var samples = DecimalSamples(seed: 10)
    for _ in 0..<1000 {
      let (a, b, c) = (samples.next(), samples.next(), samples.next())
      guard !b.isZero else { continue }
      let ratio = try Ratio(a, b)
      guard let difference = ratio.subtracting(c) else { continue }
      #expect(
        (difference.slow + c.slow) * ratio.denominator.slow == ratio.numerator.slow.shifted(by: 18),
        "\(a)/\(b) \(c)")
    }
  }
}
