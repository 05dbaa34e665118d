import CEL
import JSON
import Testing

@Suite struct SourceExcerptTests {
  @Test(
    arguments: [
      ("a + b", 4, 5, 1, 5, "a + b", "    ^"),
      ("a + bcd", 4, 7, 1, 5, "a + bcd", "    ^~~"),
      ("a &&\n  bc\n&& d", 7, 9, 2, 3, "  bc", "  ^~"),
      ("a\r\nb\rc", 5, 6, 3, 1, "c", "^"),
      ("'ỷ' == x", 9, 10, 1, 8, "'ỷ' == x", "       ^"),
      ("'y\u{309}' == x", 9, 10, 1, 9, "'y\u{309}' == x", "       ^"),
      ("\ta b", 3, 4, 1, 4, "\ta b", "\t  ^"),
      ("a +", 3, 3, 1, 4, "a +", "   ^"),
      ("", 0, 0, 1, 1, "", "^"),
      ("a", 90, 95, 1, 2, "a", " ^"),
      ("(a\nb", 0, 4, 1, 1, "(a", "^~"),
    ] as [(Text, Int, Int, Int, Int, Text, Text)])
  func showsThePlace(
    _ text: Text, _ start: Int, _ end: Int, _ line: Int, _ column: Int, _ lineText: Text, _ caretLine: Text
  ) {
    let excerpt = SourceExcerpt(of: text, at: SourceRange(start, end))
    #expect(excerpt.line == line && excerpt.column == column)
    #expect(excerpt.lineText == lineText)
    #expect(excerpt.caretLine == caretLine)
  }

  @Test func cutsLongLinesAroundThePlace() {
    let text = Text(String(repeating: "é", count: 500) + "#" + String(repeating: "y", count: 500))
    let excerpt = SourceExcerpt(of: text, at: SourceRange(1_000, 1_001))
    #expect(excerpt.column == 501)
    let line = Array(excerpt.lineText.string)
    #expect(line.count == 122 && line.first == "…" && line.last == "…")
    let caret = Array(excerpt.caretLine.string)
    #expect(caret.last == "^" && line[caret.count - 1] == "#")
  }

  /// The place of bytes that are no text can lie before every character of its line.
  @Test func cutsLongLinesThatAreIllFormed() {
    let text = Text(utf8: [0x85, 0x90] + Array(repeating: 0x61, count: 200))
    let excerpt = SourceExcerpt(of: text, at: SourceRange(0, 1))
    #expect(excerpt.column == 1 && excerpt.caretLine == "^")
  }
}
