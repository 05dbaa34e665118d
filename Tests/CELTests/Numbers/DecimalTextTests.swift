import CEL
import JSON
import Testing

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.000", "0"), ("67.10", "67.1"), ("-12.50", "-12.5"), (".5", "0.5"),
    ("0.05", "0.05"), ("007", "7"), ("1e3", "1000"), ("1.2e-3", "0.0012"), ("12E+1", "120"),
    ("0e999999999", "0"),
    ("100", "100"), ("1000000000000000000000", "1000000000000000000000"),
    ("0.000000000000000001", "0.000000000000000001"),
    ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
    ("-170141183460469231731.687303715884105727", "-170141183460469231731.687303715884105727"),
    ("20000000000000000000.5", "20000000000000000000.5"),
  ])
  func readsAndWritesPlainDigits(text: String, canonical: String) throws {
    #expect(try Decimal(Text(text)).text.string == canonical)
  }

  @Test(arguments: [
    "", "-", "+1", ".", "1.", "1e", "1e+", "e5", "--1", "1.2.3", "1,5", " 1", "1 ", "0x10", "NaN", "1_000",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(throws: DecimalParseError.notANumber) { try Decimal(Text(text)) }
  }

  @Test(
    arguments: [
      ("123456789012345678", nil), ("123456789.123456789", nil), ("1e17", nil), ("0.000000001", nil),
      ("1.0000000000000000000000", nil), ("000000000000000000000001", nil), ("-999999999999999999", nil),
      ("1234567890123456789", .tooManyDigits), ("1e18", .tooManyDigits),
      ("1e999999999999999999999", .tooManyDigits),
      ("12345678901.12345678", .tooManyDigits), ("0.0000000001", .tooManyDecimals),
      ("1e-10", .tooManyDecimals),
      ("1e-999999999999999999999", .tooManyDecimals), ("0.1234567891", .tooManyDecimals),
    ] as [(String, DecimalParseError?)])
  func keepsTheLimitsOfRecords(text: String, error: DecimalParseError?) {
    do {
      _ = try Decimal(Text(text), limits: .record)
      #expect(error == nil, "\(text)")
    } catch let caught {
      #expect(caught == error, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("170141183460469231731687303715884105728", .tooManyDigits),
      ("340282366920938463463374607431768211456", .tooManyDigits),
      ("999999999999999999999999999999999999999", .tooManyDigits), ("1e39", .tooManyDigits),
      ("0.0000000000000000001", .tooManyDecimals),
    ] as [(String, DecimalParseError)])
  func refusesWhatItCannotHold(text: String, error: DecimalParseError) {
    #expect(throws: error) { try Decimal(Text(text)) }
  }

  @Test func refusesManyDigitsWhateverTheirPlace() {
    let nines = String(repeating: "9", count: 100_000)
    #expect(throws: DecimalParseError.tooManyDigits) { try Decimal(Text(nines)) }
    #expect(throws: DecimalParseError.tooManyDigits) { try Decimal(Text("0." + nines)) }
    #expect(throws: DecimalParseError.tooManyDigits) {
      try Decimal(Text("1" + String(repeating: "0", count: 100_000) + "1"))
    }
    #expect(throws: DecimalParseError.notANumber) { try Decimal(Text(nines + "x")) }
  }

  @Test func readsBackWhatItWrites() throws {
    var samples = DecimalSamples(seed: 7)
    for _ in 0..<2000 {
      let value = samples.next()
      let text = value.text
      #expect(try Decimal(text) == value)
      #expect(try Decimal(text).text == text)
    }
  }
}
