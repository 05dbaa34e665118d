import JSON
import Testing

@Suite struct TextTests {
  @Test func comparesByBytes() {
    let composed = Text("\u{1EA5}")
    let decomposed = Text("a\u{0302}\u{0301}")
    #expect(composed != decomposed)
    #expect(composed.string == decomposed.string)
    #expect(Text("B") < Text("a"))
  }
}
