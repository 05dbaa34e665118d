import CEL
import JSON
import Testing

@Suite struct TextFunctionTests {
  @Test func countsAndSlicesByCodePoint() {
    let text: Text = "aéấ🇻🇳"
    #expect(text.codePointCount == 5)
    #expect(text.slice(codePoints: 1, 3) == "éấ")
    #expect(text.slice(codePoints: 3, 5) == "🇻🇳")
    #expect(text.slice(codePoints: 5, 5) == "")
    #expect(text.slice(codePoints: 0, 6) == nil)
    #expect(text.slice(codePoints: 6, 6) == nil)
    #expect(text.slice(codePoints: 2, 1) == nil)
    #expect(text.slice(codePoints: -1, 1) == nil)
    #expect(text.slice(codePoints: 0, .max) == nil)
    #expect(text.reversedByCodePoints == "\u{1F1F3}\u{1F1FB}ấéa")
  }

  @Test func convertsBetweenBytesAndCodePoints() {
    let text: Text = "aéấb"
    for (index, offset) in [0, 1, 3, 6, 7].enumerated() {
      #expect(text.byteOffset(ofCodePoint: Int64(index)) == offset)
      #expect(text.codePointIndex(atByteOffset: offset) == Int64(index))
    }
    #expect(text.byteOffset(ofCodePoint: 5) == nil)
    #expect(text.byteOffset(ofCodePoint: -1) == nil)
    #expect(text.codePointIndex(atByteOffset: 99) == 4)
  }

  @Test func survivesBrokenBytes() {
    let broken = Text(utf8: [0x80, 0x80, 0xC3])
    #expect(broken.codePointCount == 1)
    #expect(broken.slice(codePoints: 0, 1) == Text(utf8: [0xC3]))
    #expect(broken.reversedByCodePoints.utf8.count == 3)
    #expect(broken.byteOffset(ofCodePoint: 1) == 3)
  }

  @Test func changesCaseOfASCIIOnly() {
    #expect(Text("TacoCÆt @[`{ 9").asciiLowercased == "tacocÆt @[`{ 9")
    #expect(Text("tacoCαt @[`{ 9").asciiUppercased == "TACOCαT @[`{ 9")
  }

  @Test func findsLikeAnExhaustiveSearch() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<2000 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = Text(utf8: (0..<length).map { _ in UInt8.random(in: 97...98, using: &generator) })
      let start = Int.random(in: 0...length, using: &generator)
      let size = Int.random(in: 0...min(length - start, 40), using: &generator)
      var needle = Text(utf8: text.utf8[start..<start + size])
      if size > 0, Bool.random(using: &generator) { needle.utf8[size - 1] ^= 3 }
      let from = Int.random(in: -2...length + 2, using: &generator)
      let all = stride(from: 0, through: length - size, by: 1).filter {
        Text(utf8: text.utf8[$0..<$0 + size]) == needle
      }
      #expect(text.firstOffset(of: needle, from: from) == all.first { $0 >= from })
      #expect(text.lastOffset(of: needle, upTo: from) == all.last { $0 <= from })
      #expect(text.contains(needle) == !all.isEmpty)
      #expect(text.hasPrefix(needle) == all.contains(0))
      #expect(text.hasSuffix(needle) == all.contains(length - size))
    }
  }

  @Test func findsLongNeedlesInLinearTime() {
    let text = Text(String(repeating: "a", count: 200_000))
    let needle = Text(String(repeating: "a", count: 20_000) + "b")
    #expect(!text.contains(needle))
    #expect(text.lastOffset(of: needle) == nil)
  }
}
