import JSON
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("0.000", 0), ("0e5", 0), ("7", 7), ("-7", -7), ("2.0", 2), ("2.50e1", 25),
    ("1e3", 1000),
    ("1200e-2", 12), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
    ("1e18", 1_000_000_000_000_000_000),
    ("0.0000000000000000000000000000000000000000001e43", 1), ("922337203685477580700e-2", Int64.max),
  ])
  func readsWholeNumbers(text: String, value: Int64) {
    #expect(JSONNumber(Text(text))?.int64 == value)
  }

  @Test(arguments: [
    "0.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "-1e19", "99999999999999999999",
    "1e999",
    "123456789012345678901234567890", "1e999999999999999999999999", "1e-999999999999999999999999",
  ])
  func refusesWhatIsNoInt64(text: String) throws {
    let number = try #require(JSONNumber(Text(text)))
    #expect(number.int64 == nil)
  }

  @Test(arguments: [
    ("12.50", false, 125, 3, -1), ("-0.0012e2", true, 12, 2, -2), ("1000", false, 1, 1, 3),
    ("-0", true, 0, 0, 0),
    ("10020.30", false, 100_203, 6, -1), ("0e999", false, 0, 0, 0), ("1E+2", false, 1, 1, 2),
  ])
  func takesApart(text: String, isNegative: Bool, coefficient: Int, digitCount: Int, exponent: Int64) throws {
    let number = try #require(JSONNumber(Text(text)))
    #expect(number.isNegative == isNegative)
    #expect(number.coefficient == UInt128(coefficient))
    #expect(number.digitCount == digitCount)
    #expect(number.exponent == exponent)
  }

  @Test(arguments: [("1.5", "15e-1"), ("100", "1e2"), ("0.10", "0.1"), ("-0e7", "-0")])
  func givesEqualValuesEqualParts(left: String, right: String) {
    #expect(JSONNumber(Text(left)) == JSONNumber(Text(right)))
  }

  @Test func holdsThirtyEightDigits() throws {
    let digits = "12345678901234567890123456789012345678"
    #expect(JSONNumber(Text(digits))?.coefficient == UInt128(digits))
    let longer = try #require(JSONNumber(Text(digits + "9")))
    #expect(longer.coefficient == nil)
    #expect(longer.digitCount == 39)
    #expect(JSONNumber(Text(digits + "000e-3"))?.coefficient == UInt128(digits))
  }

  @Test func clampsExponents() {
    #expect(JSONNumber("1e999999999999999999999999")?.exponent == 1_000_000_000_000_000)
    #expect(JSONNumber("1e-999999999999999999999999")?.exponent == -1_000_000_000_000_000)
  }

  @Test func takesTimeByLengthOnly() throws {
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(JSONNumber(Text("1" + zeros))?.exponent == 1_000_000)
    #expect(JSONNumber(Text("0." + zeros + "1"))?.exponent == -1_000_001)
    #expect(JSONNumber(Text("1." + zeros + "1"))?.digitCount == 1_000_002)
  }

  @Test(arguments: ["", "-", "+1", "01", "1.", ".5", "1e", "1 ", " 1", "1,5", "NaN", "0x1", "1e5.0", "--1"])
  func refusesWhatIsNoNumber(text: String) {
    #expect(JSONNumber(Text(text)) == nil)
  }
}
