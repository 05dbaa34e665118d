import CEL
import Evaluator
import Foundation
import JSON
import Reports
import RulePacks
import Testing

/// Defects of packs as rule authors read of them: place, text, line, caret.
@Suite struct PackDefectTextsTests {
  @Test func aSlipInAnExpressionIsPointedAt() {
    #expect(
      excerpts(#"{"rules": [{"value": "figures.áo >= oups.x"}]}"#, at: "oups.x") == [
        """
        p/rules.json:1:37: lỗi: Tên "oups" chưa được khai báo. Có phải ý bạn là score?
          {"rules": [{"value": "figures.áo >= oups.x"}]}
                                              ^~~~~~
        """,
        """
        p/rules.json:1:37: error: The name "oups" is not declared. Did you mean score?
          {"rules": [{"value": "figures.áo >= oups.x"}]}
                                              ^~~~~~
        """,
      ])
  }

  @Test func theFirstOfTwoIsNamed() {
    let first = place(#"{"id": "a"}"#, at: "\"a\"", line: 3)
    let second = place(#"{"id": "a"}"#, at: "\"a\"", line: 9)
    let defect = PackDefect(.duplicate, ["rule", "a"], at: second, related: first)
    #expect(
      ProblemTexts(.vi).excerpt(defect).string == """
        p/rules.json:9:8: lỗi: Quy tắc "a" được khai báo hai lần.
          {"id": "a"}
                 ^~~
          Xem p/rules.json:3:8
        """)
  }

  @Test func aDefectOfTheOptionsHasNoPlace() {
    let defect = PackDefect(.notAChoice, ["bto-x"])
    #expect(
      ProblemTexts(.en).excerpt(defect)
        == "error: Rule \"bto-x\" does not declare \"enabled\", so it cannot be chosen.")
  }

  @Test func brokenJSONSaysWhatIsBroken() throws {
    let files: [Text: Text] = ["p/pack.json": "{ \"pack\": \"p\",\n }"]
    let defects = PackLoader().load(manifest: "p/pack.json", from: MemoryFiles(texts: files)).defects
    let defect = try #require(defects.first)
    #expect(
      ProblemTexts(.vi).excerpt(defect).string == """
        p/pack.json:1:14: lỗi: Thừa dấu phẩy: sau nó không còn gì. Hãy xóa dấu phẩy này.
          { "pack": "p",
                       ^
        """)
  }

  @Test(arguments: [
    (
      "array of number|expression", "danh sách số hoặc biểu thức trong ngoặc kép",
      "a list of a number or an expression in quotes"
    ),
    ("{vi, en}", "đối tượng có hai phần vi và en", "an object with vi and en"),
    ("rule", "quy tắc", "a rule"), ("threshold", "\"threshold\"", "\"threshold\""),
  ])
  func shapesAreNamed(_ expected: Text, _ vi: Text, _ en: Text) {
    let defect = PackDefect(.wrongType, ["x", "boolean", expected])
    #expect(ProblemTexts(.vi).text(defect) == "\"x\" cần " + vi + ", nhưng ở đây là true/false.")
    #expect(ProblemTexts(.en).text(defect) == "\"x\" needs " + en + "; here stands true or false.")
  }

  /// Whoever mistypes a member of an enum is told which there are.
  @Test func membersOfEnumsAreListed() {
    let defect = PackDefect(
      .notAMember, ["relativ", "basis", "relative", "absolute"], suggestion: "relative")
    #expect(
      ProblemTexts(.vi).text(defect).string.hasPrefix(
        "\"relativ\" không có trong danh mục \"basis\" (relative, absolute)."))
    let setting = PackDefect(.invalidSetting, ["p", "x", "basis", "relative", "absolute"])
    #expect(
      ProblemTexts(.en).text(setting)
        == "\"x\" is no value of type \"basis\" (relative, absolute) for parameter \"p\".")
    #expect(
      ProblemTexts(.en).text(PackDefect(.invalidSetting, ["p", "x", "int"]))
        == "\"x\" is no value of type integer for parameter \"p\".")
  }

  private func excerpts(_ line: String, at part: String) -> [String] {
    let defect = PackDefect(
      .expression, at: place(line, at: part, line: 1),
      cause: .expression(.init(.undeclaredReference, .init(0, 4), ["oups"], suggestion: "score")))
    return [ProblemTexts(.vi), ProblemTexts(.en)].map { $0.excerpt(defect).string }
  }

  private func place(_ line: String, at part: String, line number: Int) -> PackDefect.Place {
    let before = line.components(separatedBy: part)[0].unicodeScalars.count
    return PackDefect.Place(
      file: "p/rules.json", line: number, column: before + 1, length: part.unicodeScalars.count, byte: 0,
      sourceLine: Text(line))
  }
}
