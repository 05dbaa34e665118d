import CEL
import JSON
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("2009-02-13T23:31:30Z", 1_234_567_890, 0, "2009-02-13T23:31:30Z"),
      ("2009-02-13T23:31:30.500Z", 1_234_567_890, 500_000_000, "2009-02-13T23:31:30.5Z"),
      ("2009-02-14T06:31:30+07:00", 1_234_567_890, 0, "2009-02-13T23:31:30Z"),
      ("2009-02-13T21:01:30.000000001-02:30", 1_234_567_890, 1, "2009-02-13T23:31:30.000000001Z"),
      ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999, "1969-12-31T23:59:59.999999999Z"),
      ("0001-01-01T00:00:00Z", -62_135_596_800, 0, "0001-01-01T00:00:00Z"),
      ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
      ("0000-12-31T23:00:00-01:00", -62_135_596_800, 0, "0001-01-01T00:00:00Z"),
    ] as [(String, Int64, Int32, String)])
  func readsRFC3339(text: String, seconds: Int64, nanoseconds: Int32, canonical: String) throws {
    let timestamp = try Timestamp(Text(text))
    #expect(timestamp.seconds == seconds)
    #expect(timestamp.nanoseconds == nanoseconds)
    #expect(timestamp.text.string == canonical)
  }

  @Test(
    arguments: [
      ("0000-01-01T00:00:00Z", .outOfRange), ("0001-01-01T00:00:00+00:01", .outOfRange),
      ("9999-12-31T23:59:59-00:01", .outOfRange), ("10000-01-01T00:00:00Z", .malformed),
      ("2021-02-30T00:00:00Z", .noSuchDay), ("2021-01-01T24:00:00Z", .noSuchDay),
      ("2021-01-01T00:60:00Z", .noSuchDay),
      ("2016-12-31T23:59:60Z", .noSuchDay), ("2021-00-01T00:00:00Z", .noSuchDay),
      ("2021-01-01T00:00:00", .malformed),
      ("2021-01-01 00:00:00Z", .malformed), ("2021-01-01t00:00:00z", .malformed),
      ("2021-01-01T00:00Z", .malformed),
      ("2021-01-01T00:00:00.Z", .malformed), ("2021-01-01T00:00:00.1234567890Z", .malformed),
      ("2021-01-01T00:00:00+24:00", .malformed), ("2021-01-01T00:00:00+0700", .malformed),
      ("2021-01-01T00:00:00Zx", .malformed), ("", .malformed), ("2021-01-01", .malformed),
    ] as [(String, CalendarParseError)])
  func refusesOtherForms(text: String, error: CalendarParseError) {
    #expect(throws: error) { try Timestamp(Text(text)) }
  }

  @Test func selectsFieldsAtAnOffset() throws {
    let timestamp = try Timestamp("2009-02-13T23:31:20.123456789Z")
    let utc = timestamp.fields(at: .utc)
    #expect(
      [utc.fullYear, utc.month, utc.date, utc.dayOfMonth, utc.dayOfWeek, utc.dayOfYear] == [
        2009, 1, 13, 12, 5, 43,
      ])
    #expect([utc.hours, utc.minutes, utc.seconds, utc.milliseconds] == [23, 31, 20, 123])
    let east = timestamp.fields(at: try #require(ZoneOffset("+11:00")))
    #expect([east.date, east.hours, east.dayOfWeek] == [14, 10, 6])
    let west = try Timestamp("2009-02-13T02:00:00Z").fields(at: try #require(ZoneOffset("-02:30")))
    #expect([west.dayOfMonth, west.hours, west.minutes] == [11, 23, 30])
    let before = Timestamp.first.fields(at: ZoneOffset(seconds: -1))
    #expect([before.fullYear, before.month, before.date, before.seconds] == [0, 11, 31, 59])
  }

  @Test func becomesADateByAnOffset() throws {
    let timestamp = try Timestamp("2021-12-31T17:00:00Z")
    #expect(timestamp.date(at: .utc)?.text == "2021-12-31")
    #expect(timestamp.date(at: ZoneOffset(seconds: 7 * 3600))?.text == "2022-01-01")
    #expect(Timestamp.first.date(at: ZoneOffset(seconds: -1)) == nil)
    #expect(Timestamp.last.date(at: ZoneOffset(seconds: 1)) == nil)
  }

  @Test func addsDurationsAcrossTheEpochAndTheSecond() throws {
    let start = try Timestamp("1970-01-01T00:00:00.25Z")
    #expect(try (start - CELDuration("500ms")).text == "1969-12-31T23:59:59.75Z")
    #expect(try start - Timestamp("1970-01-01T00:00:01Z") == CELDuration("-750ms"))
    #expect(try (Timestamp("0001-01-01T00:00:01.000000001Z") + CELDuration("-999999999ns")).nanoseconds == 2)
    #expect(throws: ArithmeticError.overflow) { try Timestamp.last + CELDuration("1ns") }
    #expect(throws: ArithmeticError.overflow) { try Timestamp.first - CELDuration("1ns") }
    #expect(throws: ArithmeticError.overflow) { try Timestamp.last - Timestamp.first }
    #expect(try Timestamp.first - CELDuration(nanoseconds: .min) > .first)
  }

  @Test func resolvesZonesByFixedOffsetThenByTheHost() {
    let hook: CallContext.TimeZoneHook = { zone, seconds in
      zone == "Asia/Kathmandu" && seconds == 0 ? 20_700 : nil
    }
    let epoch = Timestamp(seconds: 0) ?? .first
    let table: [(Text, Int32?)] = [
      ("UTC", 0), ("02:00", 7200), ("+11:00", 39600), ("-09:30", -34200), ("-00:00", 0),
      ("Asia/Kathmandu", 20700),
      ("Mars/Olympus", nil), ("24:00", nil), ("+7:00", nil), ("", nil), ("+07:60", nil), ("+07:00 ", nil),
    ]
    for (zone, expected) in table {
      #expect(ZoneOffset.resolve(zone, at: epoch, names: hook)?.seconds == expected, "\(zone)")
    }
    #expect(ZoneOffset.resolve("Asia/Kathmandu", at: epoch, names: nil) == nil)
  }
}
