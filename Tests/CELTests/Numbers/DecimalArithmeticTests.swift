import CEL
import JSON
import Testing

@Suite struct DecimalArithmeticTests {
  @Test func addsAndSubtractsLikePenAndPaper() {
    var samples = DecimalSamples(seed: 1)
    for _ in 0..<1200 {
      let (left, right) = (samples.next(), samples.next())
      check(left, "+", right, try? left + right, equals: left.slow + right.slow, scale: 18)
      check(left, "-", right, try? left - right, equals: left.slow - right.slow, scale: 18)
    }
  }

  @Test func multipliesLikePenAndPaper() {
    var samples = DecimalSamples(seed: 2)
    for _ in 0..<1200 {
      let (left, right) = (samples.next(), samples.next())
      check(left, "*", right, try? left * right, equals: left.slow * right.slow, scale: 36)
    }
  }

  @Test func dividesToTheNearestEvenOfEighteenPlaces() {
    var samples = DecimalSamples(seed: 3)
    for _ in 0..<1200 {
      let (left, right) = (samples.next(), samples.next())
      guard !right.isZero, let quotient = try? left / right else { continue }
      let dividend = left.slow.shifted(by: 18)
      let error = (dividend - quotient.slow * right.slow).magnitude
      let twice = error + error
      #expect(twice <= right.slow.magnitude, "\(left) / \(right)")
      if twice == right.slow.magnitude { #expect(!quotient.slow.isOdd, "\(left) / \(right)") }
    }
  }

  @Test func failsToDivideOnlyWhereTheQuotientIsTooLarge() throws {
    var samples = DecimalSamples(seed: 4)
    var failures = 0
    for _ in 0..<1200 {
      let (left, right) = (samples.next(), samples.next())
      guard !right.isZero else { continue }
      do {
        _ = try left / right
      } catch {
        #expect(error == .overflow)
        failures += 1
        // 2^127 units of 10⁻¹⁸ is the least that can fail.
        let least = (SlowInteger(Int128.max) * right.slow).magnitude
        #expect(left.slow.magnitude.shifted(by: 18) >= least - right.slow.magnitude, "\(left) / \(right)")
      }
    }
    #expect(failures > 100)
  }

  @Test func dividesLargeNumbersWhoseQuotientIsWhole() throws {
    let large = try Decimal("1000000000000000000000000000000")
    #expect(try large / .one == large)
    #expect(try large / Decimal("0.001") == Decimal("1000000000000000000000000000000000"))
    #expect(throws: ArithmeticError.overflow) { try large / Decimal(3 as Int64) }
  }

  @Test func reportsZeroDivisors() {
    #expect(throws: ArithmeticError.divisionByZero) { try Decimal.one / .zero }
    #expect(throws: ArithmeticError.divisionByZero) { try Decimal.zero / Decimal("0.000") }
  }

  @Test func isExactWhereDoublesAreNot() throws {
    #expect(try Decimal("0.1") + Decimal("0.2") == Decimal("0.3"))
    #expect(try Decimal("9") / Decimal("60") == Decimal("0.15"))
    #expect(try (Decimal("1") / Decimal("3")).text == "0.333333333333333333")
    #expect(try (Decimal("2") / Decimal("3")).text == "0.666666666666666667")
    #expect(try (Decimal("-1") / Decimal("8")).text == "-0.125")
  }

  @Test func givesResultsByValueNotBySpelling() throws {
    let written = try Decimal("100000000000000000000000000000000000.000")
    let plain = try Decimal("100000000000000000000000000000000000")
    #expect(try written * Decimal("10.00") == plain * Decimal("10"))
    let fives = try Decimal("0.059604644775390625")
    #expect(try fives * Decimal("16777216") == Decimal("1000000"))
  }

  private func check(
    _ left: Decimal, _ sign: String, _ right: Decimal, _ result: Decimal?, equals exact: SlowInteger,
    scale: Int
  ) {
    if let result {
      #expect(result.slow.shifted(by: scale - 18) == exact, "\(left) \(sign) \(right)")
    } else {
      #expect(!exact.fitsDecimal(scale: scale), "\(left) \(sign) \(right) was reported as overflow")
    }
  }
}
