import Evaluator
import JSON
import Reports
import Testing

/// Every format in both languages, byte for byte.
///
/// After a change that is meant: `RECORD_GOLDEN=1 swift test --filter GoldenTests`, then read the difference.
@Suite struct GoldenTests {
  @Test(arguments: [("vi", Language.vi), ("en", Language.en)])
  func text(_ name: String, _ language: Language) throws {
    let output = try Golden.report({ TextReport($0, $1) }, ReportOptions(language: language))
    try Golden.expect(output, is: "report.\(name).txt")
  }

  @Test(arguments: [("vi", Language.vi), ("en", Language.en)])
  func json(_ name: String, _ language: Language) throws {
    let output = try Golden.report({ JSONReport($0, $1) }, ReportOptions(language: language))
    try Golden.expect(output, is: "report.\(name).json")
  }

  @Test(arguments: [("vi", Language.vi), ("en", Language.en)])
  func lines(_ name: String, _ language: Language) throws {
    let output = try Golden.report({ NDJSONReport($0, $1) }, ReportOptions(language: language))
    try Golden.expect(output, is: "report.\(name).ndjson")
  }

  @Test(arguments: [ReportOptions.Only.violated, .verdicts, .summary])
  func parts(_ only: ReportOptions.Only) throws {
    let options = ReportOptions(language: .vi, only: only)
    try Golden.expect(Golden.report({ TextReport($0, $1) }, options), is: "\(only.rawValue).vi.txt")
    try Golden.expect(Golden.report({ JSONReport($0, $1) }, options), is: "\(only.rawValue).vi.json")
  }

  @Test(arguments: [("vi", Language.vi), ("en", Language.en)])
  func waived(_ name: String, _ language: Language) throws {
    let options = ReportOptions(language: language)
    try Golden.expect(
      Golden.report({ TextReport($0, $1) }, options, waived: true), is: "waived.\(name).txt")
    try Golden.expect(
      Golden.report({ JSONReport($0, $1) }, options, waived: true), is: "waived.\(name).json")
    let verdicts = ReportOptions(language: language, only: .verdicts)
    try Golden.expect(
      Golden.report({ NDJSONReport($0, $1) }, verdicts, waived: true), is: "waived.\(name).ndjson")
  }

  @Test func colourAddsNothingButColour() throws {
    let plain = try Golden.report({ TextReport($0, $1) }, ReportOptions(language: .vi))
    let coloured = try Golden.report({ TextReport($0, $1) }, ReportOptions(language: .vi, usesColour: true))
    #expect(coloured != plain)
    #expect(!plain.contains(0x1B))
    let stripped = String(decoding: coloured, as: UTF8.self).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == String(decoding: plain, as: UTF8.self))
  }

  @Test func jsonAndLinesAreJSON() throws {
    let whole = try Golden.report({ JSONReport($0, $1) }, ReportOptions(language: .vi))
    let records = try JSONDocument.parse(whole).root["records"]?.count
    let lines = try Golden.report({ NDJSONReport($0, $1) }, ReportOptions(language: .vi))
      .split(separator: UInt8(ascii: "\n"))
    for line in lines { _ = try JSONDocument.parse(Array(line)) }
    #expect(lines.filter { $0.starts(with: Array("{\"record\":".utf8)) }.count == records)
  }
}
