import CEL
import JSON
import Testing

@Suite struct CostEstimatorTests {
  private func cost(_ text: String) throws -> UInt64 {
    let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(diagnostics.isEmpty)
    return try #require(checked).cost
  }

  /// One step a node, one an element walked, one for ten characters.
  @Test(
    arguments: [
      ("1", 1), ("headcount", 1), ("figures.revenue", 2), ("headcount > 1", 3),
      ("hasForest && headcount > 1", 5),
      // 50 communes, each 1 + 2 nodes; the list itself and the macro.
      ("communes.all(c, c.isStrong)", 152),
      // Undeclared size: 1,000 elements.
      ("kinds.exists(k, true)", 2_002),
      // 20 topics of 30 characters are read whole: 20 × 3; three nodes.
      ("id in topics", 65),
      // 20 characters beside a literal of one.
      ("id == 'a'", 5),
      // 2 + 50 × (1 + 2 + 50 × (1 + 5)).
      ("communes.all(c, communes.all(d, c.criteria >= d.criteria))", 15_152),
      ("[1, 2, 3].map(x, x)", 11), ("cel.bind(a, topics, a.all(t, t == id))", 184),
      ("optional.of(1).optMap(x, x)", 5),
      // Twelve nodes of literals, five elements at all depths on either side, the comparison.
      ("[[1, 2], [3]] == [[1, 2], [3]]", 23),
    ] as [(String, UInt64)])
  func estimates(_ text: String, _ cost: UInt64) throws {
    #expect(try self.cost(text) == cost)
  }

  @Test func growsWithDeclaredSizes() throws {
    #expect(try cost("topics.all(t, t == id)") < cost("communes.all(c, c.name == id)"))
    #expect(try cost("id.matches('a')") < cost("communes[0].name.matches('a')"))
    #expect(try cost("id.matches('a{9}')") < cost("id.matches('a{99}')"))
    #expect(try cost("id.matches('a{99}')") < cost("id.matches(topics[0])"))
  }

  @Test func refusesWhatIsTooCostly() throws {
    let text = "kinds.all(a, kinds.all(b, kinds.all(c, a == c)))"
    let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(checked == nil)
    #expect(diagnostics.map(\.code) == [.tooCostly])
    #expect(diagnostics.first?.arguments == ["4003003002", "10000000"])
    #expect(diagnostics.first?.place(in: text) == text)
  }

  @Test func saturates() {
    var text = "true"
    for level in 0..<40 { text = "kinds.all(a\(level), \(text))" }
    let diagnostics = CheckFixture.check(text, in: CheckFixture.pack).1
    #expect(diagnostics.first?.arguments.first == "18446744073709551615")
  }

  /// A text that doubles with each step cannot hide behind bindings.
  @Test func followsTheSizeOfComputedValues() {
    var text = "x24"
    for level in (1...24).reversed() { text = "cel.bind(x\(level), x\(level - 1) + x\(level - 1), \(text))" }
    text = "cel.bind(x0, '0123456789', \(text)) == ''"
    #expect(CheckFixture.check(text, in: CheckFixture.pack).1.map(\.code) == [.tooCostly])
  }
}
