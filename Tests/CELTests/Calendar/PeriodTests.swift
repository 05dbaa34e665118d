import CEL
import JSON
import Testing

@Suite struct PeriodTests {
  @Test(
    arguments: [
      ("2021-06", "2021-06-01", "2021-06-30", "2021-05", "2021-07"),
      ("2021-12", "2021-12-01", "2021-12-31", "2021-11", "2022-01"),
      ("2020-02", "2020-02-01", "2020-02-29", "2020-01", "2020-03"),
      ("2021-Q1", "2021-01-01", "2021-03-31", "2020-Q4", "2021-Q2"),
      ("2021-Q3", "2021-07-01", "2021-09-30", "2021-Q2", "2021-Q4"),
      ("2021-H1", "2021-01-01", "2021-06-30", "2020-H2", "2021-H2"),
      ("2021-H2", "2021-07-01", "2021-12-31", "2021-H1", "2022-H1"),
      ("2021", "2021-01-01", "2021-12-31", "2020", "2022"),
      ("0001", "0001-01-01", "0001-12-31", nil, "0002"),
      ("9999-Q4", "9999-10-01", "9999-12-31", "9999-Q3", nil),
    ] as [(String, String, String, String?, String?)])
  func knowsItsDaysAndNeighbours(
    text: String, first: String, last: String, previous: String?, next: String?
  ) throws {
    let period = try Period(Text(text))
    #expect(period.text.string == text)
    #expect(period.firstDay.text.string == first)
    #expect(period.lastDay.text.string == last)
    #expect(period.previous?.text.string == previous)
    #expect(period.next?.text.string == next)
  }

  @Test func containsExactlyItsDays() throws {
    let quarter = try Period("2021-Q3")
    #expect(quarter.contains(quarter.firstDay))
    #expect(quarter.contains(quarter.lastDay))
    #expect(!quarter.contains(try quarter.firstDay.adding(days: -1)))
    #expect(!quarter.contains(try quarter.lastDay.adding(days: 1)))
  }

  @Test func isFoundFromAnyOfItsDays() throws {
    for kind in PeriodKind.allCases {
      var period: Period? = Period(kind, 1, of: 2019)
      while let current = period, current.year < 2022 {
        #expect(Period(kind, containing: current.firstDay) == current)
        #expect(Period(kind, containing: current.lastDay) == current)
        let dayAfter = try current.lastDay.adding(days: 1)
        #expect(Period(kind, containing: dayAfter) == current.next)
        #expect(Period(kind, current.number, of: current.year) == current)
        period = current.next
      }
    }
  }

  @Test func sortsByFirstDayThenByLength() throws {
    let sorted = [
      "2020-H2", "2020-12", "2021-01", "2021-Q1", "2021-H1", "2021", "2021-02", "2021-Q2", "2021-H2",
    ]
    let periods = try sorted.map { try Period(Text($0)) }
    #expect(periods.shuffled().sorted().map(\.text.string) == sorted)
  }

  @Test(
    arguments: [
      ("2021-Q5", .noSuchDay), ("2021-Q0", .noSuchDay), ("2021-H3", .noSuchDay), ("2021-13", .noSuchDay),
      ("2021-00", .noSuchDay), ("0000", .outOfRange), ("", .malformed), ("2021-", .malformed),
      ("2021-6", .malformed),
      ("2021-q3", .malformed), ("2021Q3", .malformed), ("2021-Q33", .malformed), ("2021-06-01", .malformed),
      ("021", .malformed), ("2021 ", .malformed), ("20211", .malformed),
    ] as [(String, CalendarParseError)])
  func refusesOtherForms(text: String, error: CalendarParseError) {
    #expect(throws: error) { try Period(Text(text)) }
  }
}
