import CEL
import JSON
import Testing

@Suite struct CivilDateTests {
  /// Walks the calendar month by month from 0001-01-01 with nothing but the rule of leap years.
  private static func eachMonth(_ body: (_ year: Int, _ month: Int, _ length: Int, _ firstDay: Int64) -> Void)
  {
    var day: Int64 = -719_162
    for year in 1...9999 {
      let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      for (index, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        body(year, index + 1, length, day)
        day += Int64(length)
      }
    }
  }

  @Test func countsDaysLikeACalendarThatIsTurnedPageByPage() {
    var wrong: [String] = []
    Self.eachMonth { year, month, length, firstDay in
      // Every day of one era of 400 years, the ends of every month of the others.
      let step = 1801...2200 ~= year ? 1 : length - 1
      for day in stride(from: 1, through: length, by: step) {
        let number = firstDay + Int64(day - 1)
        let date = CivilDate(year: year, month: month, day: day)
        if date.map({ Int64($0.daysSinceEpoch) }) != number {
          wrong.append("days of \(year)-\(month)-\(day)")
        }
        if let components = CivilDate(daysSinceEpoch: number)?.components,
          components == (year, month, day)
        {
          continue
        }
        wrong.append("components of day \(number)")
      }
      if CivilDate(year: year, month: month, day: length + 1) != nil {
        wrong.append("\(year)-\(month) is too long")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func endsWithTheYears1And9999() {
    #expect(CivilDate.first.text == "0001-01-01")
    #expect(CivilDate.last.text == "9999-12-31")
    #expect(CivilDate(daysSinceEpoch: Int64(CivilDate.first.daysSinceEpoch) - 1) == nil)
    #expect(CivilDate(daysSinceEpoch: Int64(CivilDate.last.daysSinceEpoch) + 1) == nil)
    #expect(CivilDate(daysSinceEpoch: .max) == nil)
    #expect(CivilDate(year: 0, month: 12, day: 31) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 2021, month: 0, day: 1) == nil)
    #expect(CivilDate(year: 2021, month: 1, day: 0) == nil)
  }

  @Test(
    arguments: [
      ("2021-02-30", .noSuchDay), ("2021-02-29", .noSuchDay), ("1900-02-29", .noSuchDay),
      ("2021-13-01", .noSuchDay),
      ("2021-00-10", .noSuchDay), ("2021-01-00", .noSuchDay), ("0000-01-01", .outOfRange), ("", .malformed),
      ("2021-2-3", .malformed), ("2021-02-03 ", .malformed), (" 2021-02-03", .malformed),
      ("20210203", .malformed),
      ("12021-02-03", .malformed), ("2021/02/03", .malformed), ("-021-02-03", .malformed),
      ("2021-02-03T00:00:00Z", .malformed),
      ("03/02/2021", .malformed), ("٢٠٢١-02-03", .malformed), ("2021-0a-03", .malformed),
    ] as [(String, CalendarParseError)])
  func refusesOtherForms(text: String, error: CalendarParseError) {
    #expect(throws: error) { try CivilDate(Text(text)) }
  }

  @Test(arguments: ["2020-02-29", "2000-02-29", "1970-01-01", "0001-01-01", "9999-12-31"])
  func writesWhatItReads(text: String) throws {
    #expect(try CivilDate(Text(text)).text.string == text)
  }

  @Test func knowsItsPlaceInWeekAndYear() throws {
    let date = try CivilDate("2020-12-31")
    #expect(date.dayOfWeek == 4)
    #expect(date.dayOfYear == 366)
    #expect(date.quarter == 4)
    #expect(date.halfYear == 2)
    #expect(try CivilDate("1970-01-01").dayOfWeek == 4)
    #expect(try CivilDate("1969-12-28").dayOfWeek == 0)
    #expect(CivilDate.first.dayOfWeek == 1)
    #expect(try CivilDate("2021-06-30").halfYear == 1)
    #expect(try CivilDate("2021-03-01").dayOfYear == 60)
  }

  @Test(
    arguments: [
      ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"), ("2021-01-31", -2, "2020-11-30"),
      ("2021-12-15", 1, "2022-01-15"), ("2021-01-15", -1, "2020-12-15"), ("2021-06-30", 0, "2021-06-30"),
      ("9999-11-30", 1, "9999-12-30"), ("9999-12-01", 1, nil), ("0001-01-31", -1, nil),
      ("2021-01-01", .max, nil),
      ("2021-01-01", .min, nil),
    ] as [(String, Int64, String?)])
  func addsMonthsUpToTheirEnd(text: String, months: Int64, expected: String?) throws {
    let date = try CivilDate(Text(text))
    #expect((try? date.adding(months: months))?.text.string == expected)
  }

  @Test func addsYearsAndDays() throws {
    let leapDay = try CivilDate("2020-02-29")
    #expect(try leapDay.adding(years: 1).text == "2021-02-28")
    #expect(try leapDay.adding(years: -4).text == "2016-02-29")
    #expect(try leapDay.adding(days: 366).text == "2021-03-01")
    #expect(try leapDay.days(until: CivilDate("2020-03-01")) == 1)
    #expect(try CivilDate("2020-03-01").days(until: leapDay) == -1)
    #expect(throws: ArithmeticError.overflow) { try leapDay.adding(years: .max) }
    #expect(throws: ArithmeticError.overflow) { try leapDay.adding(days: .max) }
    #expect(throws: ArithmeticError.overflow) { try CivilDate.last.adding(days: 1) }
    #expect(throws: ArithmeticError.overflow) { try CivilDate.first.adding(days: -1) }
  }
}
