import CEL
import Foundation
import JSON
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("", ""), ("   ", ""), ("Ba  To", "ba to"), (" \tTrường\u{A0} Mầm non\n", "trường mầm non"),
    ("TRƯỜNG TIỂU HỌC ĐỨC PHỔ", "trường tiểu học đức phổ"), ("\u{2003}A\u{3000}B\u{85}", "a b"),
    ("a\u{0302}\u{0301}", "ấ"), ("A\u{0301}\u{0302}", "á\u{0302}"), ("J\u{030C}", "\u{01F0}"), ("ΣΑΣ", "σασ"),
    ("\u{0130}", "i\u{0307}"), ("e\u{0323}\u{0302} E\u{0302}\u{0323}", "ệ ệ"), ("a\u{200B}b", "a\u{200B}b"),
    ("ＡＢ", "ａｂ"), ("\u{212B}", "å"), ("x\r\n\u{B}y", "x y"),
  ])
  func foldsCaseFormAndSpace(text: String, expected: String) {
    #expect(Text(text).folded == Text(expected))
  }

  @Test func replacesBrokenBytes() {
    #expect(Text(utf8: [0x41, 0xFF, 0xC3]).folded == Text("a\u{FFFD}\u{FFFD}"))
  }

  @Test func takesTheSameFromTheShortcutAsFromTheLongWay() {
    for value in Array(UInt32(0)...0x24F) + Array(UInt32(0x1E00)...0x1EFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // A Greek letter anywhere in the text bars the shortcut.
      let long = Text("x\(scalar)y \u{3B1}").folded
      #expect(Text("x\(scalar)y").folded + " \u{3B1}" == long, "U+\(String(value, radix: 16))")
    }
  }

  @Test func takesLinearTimeOnRunsOfCombiningMarks() {
    let marks = String(repeating: "\u{0301}\u{0323}", count: 100_000)
    #expect(Text("A" + marks).folded.utf8.count > 300_000)
  }

  @Test func agreesWithFoundationAndIsStable() {
    var generator = SeededGenerator(seed: 41)
    let alphabet = Array(
      "aAeEdDđĐoOơƠưƯấẬJǅßﬁΣİ  \u{A0}\n\u{0301}\u{0302}\u{0303}\u{0309}\u{0323}\u{030C}가ᄀ".unicodeScalars)
    for _ in 0..<1500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text.append(alphabet.randomElement(using: &generator) ?? "a")
      }
      let folded = Text(String(text)).folded
      let lowered = String(text).precomposedStringWithCanonicalMapping.unicodeScalars
        .map(\.properties.lowercaseMapping).joined().precomposedStringWithCanonicalMapping
      let expected = lowered.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(
        separator: " ")
      #expect(folded == Text(expected), "\(Array(text))")
      #expect(folded.folded == folded, "\(Array(text))")
      #expect(Text(String(text).decomposedStringWithCanonicalMapping).folded == folded, "\(Array(text))")
    }
  }
}
