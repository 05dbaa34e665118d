import JSON
import Testing

@testable import Reports

/// Text of others must not steer the terminal it is printed on.
@Suite struct ExcerptTests {
  @Test(arguments: [
    ("Xã Ba Tơ", "Xã Ba Tơ"),
    ("a\nb\tc", #"a\u{A}b\u{9}c"#),
    ("\u{1B}[31mđỏ", #"\u{1B}[31mđỏ"#),
    ("\u{9B}31m", #"\u{9B}31m"#),
    ("abc\u{202E}def", #"abc\u{202E}def"#),
    ("“…”", "“…”"),
  ])
  func controlCharactersAreShown(_ text: String, _ shown: String) {
    #expect(Excerpt.printable(Text(text)) == Text(shown))
  }

  @Test func longTextIsCut() {
    let long = Text(String(repeating: "ơ", count: Excerpt.limit + 1))
    #expect(Excerpt.text(long) == Text(String(repeating: "ơ", count: Excerpt.limit) + "…"))
    #expect(Excerpt.text("ơ") == "ơ")
  }
}
