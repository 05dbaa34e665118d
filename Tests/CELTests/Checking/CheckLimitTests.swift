import CEL
import JSON
import Testing

/// Expressions as deep and as long as the limits allow.
@Suite struct CheckLimitTests {
  @Test(arguments: [
    ("[", "1", "]"), ("!(", "true", ")"), ("-(", "1", ")"), ("{'a': ", "1", "}"), ("true ? 1 : (", "1", ")"),
    ("communes.all(c, ", "true", ")"), ("cel.bind(x, 1, ", "x", ")"), ("optional.of(", "1", ")"),
    ("(1 + ", "1", ")"), ("[1].map(x, ", "x", ")"), ("dyn([", "1", "])[0]"), ("(zzz + ", "1", ")"),
  ])
  func checksTheDeepest(_ open: String, _ core: String, _ close: String) {
    var environment = CheckFixture.pack
    environment.limits.cost = .max
    let deepest = (1...250).last { depth in
      let text = String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
      return Parser.parse(Text(text), macros: environment.macros, limits: environment.limits).0 != nil
    }
    #expect((deepest ?? 0) > 60)
    let text =
      String(repeating: open, count: deepest ?? 0) + core + String(repeating: close, count: deepest ?? 0)
    let (checked, diagnostics) = CheckFixture.check(text, in: environment)
    #expect((checked == nil) == !diagnostics.isEmpty)
  }

  /// Time in proportion to length: each has thousands of parts.
  @Test(arguments: [
    ("true", " && "), ("hasForest", " || "), ("[1, 2.5]", " + "), ("headcount", " + "),
  ])
  func checksLongChains(_ part: String, _ joint: String) {
    let text = Array(repeating: part, count: 3_000).joined(separator: joint)
    #expect(CheckFixture.check(text, in: CheckFixture.pack).1.allSatisfy { $0.code == .nestingTooDeep })
  }

  @Test(arguments: [
    "1, 2.5", "'district', kind", "[], [1]", "1, 'a'", "optional.none(), null", "{}, {'a': []}",
  ])
  func checksLongLists(_ part: String) {
    var environment = CheckFixture.pack
    environment.limits.cost = .max
    let text = "[" + Array(repeating: part, count: 3_000).joined(separator: ", ") + "] == []"
    #expect(CheckFixture.check(text, in: environment).1.isEmpty)
  }
}
