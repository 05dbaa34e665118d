import Evaluator
import JSON
import Testing

/// A span that ends before it starts is in no window, and what is said of a span never lacks its number.
@Suite struct WindowTextTests {
  private func texts(_ within: Text, _ record: Text) throws -> TrialTexts {
    try TrialTexts(
      fields:
        #"{ "from": { "type": "date" }, "to": { "type": "date" }, "opens": { "type": "date" }, "held": { "type": "date" } }"#,
      rule: "{ \"kind\": \"window\", \"start\": \"from\", \"end\": \"to\", \"within\": " + within + " }",
      record: record)
  }

  @Test(
    arguments: [
      (#""2021""#, "2021-12-31", "2021-01-01", "364"), (#""2021""#, "2021-03-02", "2021-03-01", "1"),
      (#"{ "from": "2021-01-01" }"#, "2021-12-31", "2021-01-01", "364"),
      (#"{ "to": "2021-12-31" }"#, "2021-12-31", "2021-01-01", "364"),
      (#""2021""#, "2020-12-30", "2022-01-01", "2"), (#""2021""#, "2021-01-01", "2022-01-03", "3"),
    ] as [(Text, Text, Text, Text)])
  func spansAreMissedByANumber(within: Text, from: Text, to: Text, days: Text) throws {
    let texts = try texts(within, "{ \"from\": \"" + from + "\", \"to\": \"" + to + "\" }")
    #expect(texts.outcome == .violated)
    #expect(texts.vi.string.hasSuffix("; lệch \(days) ngày."), "\(texts.vi)")
    #expect(texts.en.string.hasSuffix("; off by \(days) day\(days == "1" ? "" : "s")."), "\(texts.en)")
  }

  @Test func oneDayIsASpan() throws {
    let texts = try texts(#""2021""#, #"{ "from": "2021-05-01", "to": "2021-05-01" }"#)
    #expect(texts.outcome == .satisfied)
  }

  /// One end tells that the window is missed.
  @Test(
    arguments: [
      (#"{ "to": "2022-01-05" }"#, "5"), (#"{ "from": "2020-12-01" }"#, "31"),
    ] as [(Text, Text)])
  func oneDayIsEnoughToMiss(record: Text, days: Text) throws {
    let texts = try texts(#""2021""#, record)
    #expect(texts.outcome == .violated)
    #expect(
      texts.vi
        == "Phải bắt đầu từ 01/01/2021, kết thúc chậm nhất 31/12/2021 và không trước ngày bắt đầu; lệch "
        + days
        + " ngày.")
  }

  @Test func anEndOfTheWindowThatIsNotGivenIsNotTheOther() throws {
    let texts = try TrialTexts(
      fields: #"{ "held": { "type": "date" }, "opens": { "type": "date" } }"#,
      rule: #"{ "kind": "window", "value": "held", "within": { "from": "opens", "to": "2021-12-31" } }"#,
      record: #"{ "held": "2022-01-02" }"#)
    #expect(texts.vi == "02/01/2022: ngoài khoảng từ chưa rõ đến 31/12/2021, lệch 2 ngày.")
  }
}
