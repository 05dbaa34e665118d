import CEL
import JSON
import Testing

/// Nesting up to the limit must fit the stack of a secondary thread.
@Suite struct StackTests {
  @Test(arguments: [
    ("(", "1", ")"), ("[", "1", "]"), ("{1: ", "1", "}"), ("f(", "1", ")"), ("a[", "1", "]"),
    ("T{a: ", "1", "}"),
    ("true ? 1 : ", "1", ""), ("true || (", "true", ")"), ("[1].map(x, ", "x", ")"), ("-", "a", ""),
  ])
  func parsesAndWritesTheDeepestTree(_ opening: String, _ inside: String, _ closing: String) {
    let levels = Environment.Limits().depth - 2
    let text = Text(
      String(repeating: opening, count: levels) + inside + String(repeating: closing, count: levels))
    let written = onSmallStack {
      Parser.parse(text, macros: .all).0.map { Unparser.text($0.root) }
    }
    #expect(written != nil && written != .some(nil))
  }
}
