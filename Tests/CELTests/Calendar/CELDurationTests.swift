import CEL
import JSON
import Testing

@Suite struct CELDurationTests {
  @Test(
    arguments: [
      ("1000000s", 1_000_000_000_000_000, "1000000s"), ("1h2m3.5s", 3_723_500_000_000, "3723.5s"),
      ("-1.5h", -5_400_000_000_000, "-5400s"), ("300ms", 300_000_000, "0.3s"),
      ("1us1µs1\u{3BC}s", 3000, "0.000003s"),
      ("-999999999ns", -999_999_999, "-0.999999999s"), ("0", 0, "0s"), ("-0", 0, "0s"), ("+0s", 0, "0s"),
      (".5s", 500_000_000, "0.5s"), ("1.s", 1_000_000_000, "1s"), ("0.9999999999ns", 0, "0s"),
      ("1m1m", 120_000_000_000, "120s"),
      ("9223372036854775807ns", .max, "9223372036.854775807s"),
      ("-9223372036854775808ns", .min, "-9223372036.854775808s"),
      ("0.100000000000000000000000000000000000000000001h", 360_000_000_000, "360s"),
    ] as [(String, Int64, String)])
  func readsGoForms(text: String, nanoseconds: Int64, canonical: String) throws {
    let duration = try CELDuration(Text(text))
    #expect(duration.nanoseconds == nanoseconds)
    #expect(duration.text.string == canonical)
    #expect(try CELDuration(duration.text) == duration)
  }

  @Test(
    arguments: [
      ("", .malformed), ("-", .malformed), ("1", .malformed), ("s", .malformed), (".s", .malformed),
      ("1d", .malformed),
      ("1h ", .malformed), ("1 h", .malformed), ("--1s", .malformed), ("1e3s", .malformed),
      ("1n", .malformed),
      ("1u", .malformed), ("1\u{3BC}", .malformed), ("\u{3BC}s", .malformed), ("1S", .malformed),
      ("00", .malformed),
      ("320000000000s", .outOfRange), ("-320000000000s", .outOfRange), ("9223372036854775808ns", .outOfRange),
      ("-9223372036854775809ns", .outOfRange), ("2562048h", .outOfRange),
      ("99999999999999999999999999999999999999999999h", .outOfRange),
    ] as [(String, CalendarParseError)])
  func refusesOtherForms(text: String, error: CalendarParseError) {
    #expect(throws: error) { try CELDuration(Text(text)) }
  }

  @Test func staysOutOfRangeHoweverLong() {
    let long = String(repeating: "2562047h", count: 20_000)
    #expect(throws: CalendarParseError.outOfRange) { try CELDuration(Text(long)) }
  }

  @Test func convertsToWholeUnits() throws {
    let duration = try CELDuration("10000.321456789s")
    #expect(
      [duration.hours, duration.minutes, duration.seconds, duration.milliseconds] == [2, 166, 10_000, 321])
    let negative = try CELDuration("-1.5s")
    #expect([negative.hours, negative.minutes, negative.seconds, negative.milliseconds] == [0, 0, -1, -500])
  }

  @Test func reportsOverflow() throws {
    let (least, most) = (CELDuration(nanoseconds: .min), CELDuration(nanoseconds: .max))
    let nanosecond = CELDuration(nanoseconds: 1)
    #expect(throws: ArithmeticError.overflow) { try most + nanosecond }
    #expect(throws: ArithmeticError.overflow) { try least - nanosecond }
    #expect(throws: ArithmeticError.overflow) { try -least }
    #expect(try CELDuration("900s") - CELDuration("42s") == CELDuration("858s"))
    #expect(least < most)
  }
}
