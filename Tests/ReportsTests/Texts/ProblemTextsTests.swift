import CEL
import Evaluator
import JSON
import Records
import Testing

@testable import Reports

/// Defects of records and expressions as officers and rule authors read of them.
@Suite struct ProblemTextsTests {
  private let vi = ProblemTexts(.vi)
  private let en = ProblemTexts(.en)
  private let place = JSONPosition(byte: 100, line: 9, column: 14)

  @Test func aNumberInQuotesIsShownInBothReadings() {
    let defect = RecordDefect(.numberAsText, path: "figures.riceOutput", position: place, ["29.835"])
    #expect(
      vi.text(defect)
        == "figures.riceOutput: số viết trong ngoặc kép: \"29.835\". Hãy viết số không có ngoặc kép: 29835 hoặc 29.835; máy không đoán dấu phân cách kiểu Việt Nam."
    )
    #expect(
      en.text(defect)
        == "figures.riceOutput: a number in quotes: \"29.835\". Write a plain JSON number: 29835 or 29.835; Vietnamese separators are never guessed."
    )
  }

  @Test(arguments: [
    (
      "decimal", "cần số như 12.5, nhưng ở đây là true/false.",
      "expected a number such as 12.5, found true or false."
    ),
    ("list(string)", "cần danh sách, nhưng ở đây là true/false.", "expected a list, found true or false."),
    (
      "unitKind", "cần một giá trị của danh mục \"unitKind\", nhưng ở đây là true/false.",
      "expected a member of \"unitKind\", found true or false."
    ),
  ])
  func aWrongTypeIsToldByExample(_ type: String, _ vi: String, _ en: String) {
    let defect = RecordDefect(.wrongType, path: "", position: place, ["boolean", Text(type)])
    #expect(self.vi.text(defect).string == vi)
    #expect(self.en.text(defect).string == en)
  }

  @Test func anUndeclaredFieldIsMetWithTheNameThatWasMeant() {
    let warning = RecordWarning(
      .undeclaredField, path: "figures.riceOutpt", position: place, ["riceOutpt", "figures"],
      suggestion: "riceOutput")
    #expect(
      vi.text(warning)
        == "figures.riceOutpt: mẫu hồ sơ \"figures\" không có trường \"riceOutpt\" nên trường này được bỏ qua. Có phải ý bạn là riceOutput?"
    )
    #expect(
      en.text(warning)
        == "figures.riceOutpt: record type \"figures\" has no field \"riceOutpt\", so it is passed over. Did you mean riceOutput?"
    )
  }

  @Test func daysAreWrittenAsTheLanguageHasThem() {
    let warning = RecordWarning(.afterAsOf, path: "d", position: place, ["2022-02-01", "2021-12-31"])
    #expect(vi.text(warning) == "d: ngày 01/02/2022 sau ngày xét 31/12/2021 nên coi như chưa có.")
    #expect(
      en.text(warning)
        == "d: 2022-02-01 lies after the day of the check, 2021-12-31, so it counts as not given.")
  }

  @Test(arguments: [
    (
      Diagnostic(.noMatchingOverload, SourceRange(0, 1), ["_+_", "string, list(map(string, int))"]),
      "Không dùng được + với chuỗi ký tự, danh sách bảng tra chuỗi ký tự → số nguyên.",
      "+ cannot be applied to text, list of map from text to integer."
    ),
    (
      Diagnostic(.integerDivision, SourceRange(0, 3), ["a / b"], suggestion: "ratio(a, b)"),
      "Phép chia hai số nguyên \"a / b\" làm mất phần lẻ. Muốn lấy phần nguyên thì dùng div. Hãy viết: ratio(a, b)",
      "\"a / b\" divides integers and drops the fraction. Use div where that is meant. Write: ratio(a, b)"
    ),
    (
      Diagnostic(.unexpectedToken, SourceRange(4, 4), ["", "expression"]),
      "Gặp hết biểu thức, trong khi cần một giá trị hoặc biểu thức.",
      "Found the end of the expression, expected a value or an expression."
    ),
    (
      Diagnostic(.undefinedField, SourceRange(0, 1), ["nam", "unit"], suggestion: "name"),
      "\"unit\" không có trường \"nam\". Có phải ý bạn là name?",
      "\"unit\" has no field \"nam\". Did you mean name?"
    ),
  ])
  func diagnostics(_ diagnostic: Diagnostic, _ vi: String, _ en: String) {
    #expect(self.vi.text(diagnostic).string == vi)
    #expect(self.en.text(diagnostic).string == en)
  }

  @Test func anErrorWithSeveralTypesNamesThemAll() {
    let error = EvaluationError(.noSuchOverload, ["@in", "string", "int"])
    #expect(vi.text(error) == "Không dùng được in với chuỗi ký tự, số nguyên.")
    #expect(en.text(error) == "in cannot be applied to text, integer.")
  }

  @Test func eachDefectOfARejectionSaysWhereItIsUnlessTheRejectionDoes() {
    let source = RecordSource("units.ndjson")
    let far = JSONPosition(byte: 150, line: 9, column: 64)
    let rejection = Rejection(
      place: SourcePlace(source, place), key: nil,
      reason: .defects([
        RecordDefect(.notADate, path: "on", position: place, ["2021-02-30"]),
        RecordDefect(.notAnInteger, path: "year", position: far, ["2.5"]),
      ]))
    #expect(
      en.texts(rejection) == [
        "on: \"2021-02-30\" is no day of the calendar. Write year-month-day, such as \"2021-12-31\".",
        "year: expected a whole number, but 2.5 has a fraction or is too large. (line 9, column 64)",
      ])
    #expect(ProblemTexts.text(rejection.place) == "units.ndjson:9:14")
    #expect(ProblemTexts.text(SourcePlace(source, place, wholeLine: true)) == "units.ndjson:9")
  }

  @Test func aSourceIsNamedWithoutItsFolder() {
    let error = SourceError(source: RecordSource("/var/data/units.ndjson"), reason: .notFound)
    #expect(vi.text(error) == "Không tìm thấy tệp \"units.ndjson\".")
    #expect(en.text(error) == "There is no file \"units.ndjson\".")
  }
}
