import CEL
import Evaluator
import JSON
import Testing

/// Numbers and periods as people of a language read them.
@Suite struct ValueTextTests {
  @Test(arguments: [
    ("2021-Q4", "quý IV/2021", "Q4 2021"), ("2021-Q1", "quý I/2021", "Q1 2021"),
    ("2021-H1", "6 tháng đầu năm 2021", "H1 2021"), ("2021-H2", "6 tháng cuối năm 2021", "H2 2021"),
    ("2021-06", "tháng 6/2021", "2021-06"), ("2021", "2021", "2021"),
  ])
  func periodsAreSaidAsPeopleSayThem(_ text: Text, _ vi: Text, _ en: Text) throws {
    let period = Value.period(try Period(text))
    #expect(ValueText(.vi).text(period) == vi)
    #expect(ValueText(.en).text(period) == en)
    #expect(ValueText.plain(period) == text)
  }

  /// 220/3 is 73.333…; near a bound as many decimals are shown as tell on which side of it the number lies.
  @Test(arguments: [
    ("75", "≈ 73.33"), ("73.33", "≈ 73.333"), ("73.3333", "≈ 73.33333"), ("73.33333333", "≈ 73.333333333"),
  ])
  func roundingKeepsTheSideOfTheBound(_ bound: Text, _ shown: Text) throws {
    let value = Value.ratio(try Ratio(Decimal(Int64(220)), Decimal(Int64(3))))
    let bound = Value.decimal(try Decimal(bound))
    #expect(ValueText(.en).text(value, apartFrom: [bound]) == shown)
  }

  @Test func aNumberThatEndsIsNotRounded() throws {
    let value = Value.decimal(try Decimal("73.3335"))
    #expect(ValueText(.vi).text(value, apartFrom: [.int(75)]) == "73,3335")
  }
}
