import CEL
import JSON
import Testing

@Suite struct DecimalOrderTests {
  @Test func comparesByValue() {
    var samples = DecimalSamples(seed: 5)
    for _ in 0..<1200 {
      let (left, right) = (samples.next(), samples.next())
      #expect(left.compared(to: right) == Ordering(left.slow, right.slow), "\(left) \(right)")
      #expect((left == right) == (left.slow == right.slow))
      #expect((left < right) == (left.slow < right.slow))
    }
  }

  @Test func hashesEqualNumbersEqually() throws {
    var samples = DecimalSamples(seed: 6)
    for _ in 0..<1000 {
      let value = samples.next()
      guard let other = Decimal(coefficient: value.coefficient / 1000, scale: value.scale),
        let wider = try? other * Decimal("1.000")
      else { continue }
      #expect(other == wider)
      #expect(other.hashValue == wider.hashValue, "\(other)")
    }
    #expect(try Set([Decimal("1"), Decimal("1.0"), Decimal("1.00"), Decimal("10e-1")]).count == 1)
  }

  @Test func comparesWithIntegersAtTheEndsOfTheirRanges() throws {
    #expect(try Decimal("9223372036854775807.000000001") > Decimal(Int64.max))
    #expect(try Decimal("-9223372036854775808.5") < Decimal(Int64.min))
    #expect(try Decimal("18446744073709551615") == Decimal(UInt64.max))
    #expect(try Decimal("18446744073709551614.99") < Decimal(UInt64.max))
  }

  @Test(
    arguments: [
      ("3", 3, 3), ("3.00", 3, 3), ("-3", -3, nil), ("3.5", nil, nil), ("9223372036854775808", nil, 1 << 63),
      ("18446744073709551616", nil, nil), ("-9223372036854775808", Int64.min, nil),
    ] as [(String, Int64?, UInt64?)])
  func convertsToIntegersOnlyExactly(text: String, int64: Int64?, uint64: UInt64?) throws {
    let value = try Decimal(.init(text))
    #expect(value.int64 == int64)
    #expect(value.uint64 == uint64)
  }
}
