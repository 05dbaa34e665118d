import CEL
import JSON
import Testing

@Suite struct PathologicalInputTests {
  /// Text that opens, repeated.
  @Test(arguments: [
    "(", "[", "{", "f(", "a[", "T{a:", "!", "-", "a?b:", "a.map(x,", "[?", "{a:", "has(", "!(",
  ])
  func refusesTenThousandLevels(_ opening: String) {
    let text = Text(String(repeating: opening, count: 10_000))
    let codes = defects(text).map(\.code)
    #expect(codes.first == .nestingTooDeep && codes.count == 1, "\(codes)")
  }

  @Test func refusesTenThousandParenthesesThatClose() {
    let text = Text(String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000))
    #expect(defects(text).map(\.code) == [.nestingTooDeep])
  }

  /// Chains whose tree is as deep as they are long.
  @Test(arguments: ["a+", "a-", "a*", "a==", "a in "])
  func refusesChainsThatMakeADeepTree(_ link: String) {
    let text = Text(String(repeating: link, count: 100_000) + "a")
    #expect(defects(text).map(\.code) == [.nestingTooDeep])
    let short = Text(String(repeating: link, count: 200) + "a")
    #expect(defects(short).isEmpty)
  }

  @Test(arguments: [".a", "[0]", ".f()", ".?a"])
  func refusesLongChainsOfMembers(_ link: String) {
    #expect(defects(Text("a" + String(repeating: link, count: 100_000))).map(\.code) == [.nestingTooDeep])
    #expect(defects(Text("a" + String(repeating: link, count: 200))).isEmpty)
  }

  @Test(arguments: [("&&", 340_000, 19), ("||", 20_000, 15)])
  func balancesAMegabyteOfLogic(_ symbol: String, _ terms: Int, _ expectedHeight: Int) throws {
    let parsed = try parse(Text(String(repeating: "a" + symbol, count: terms - 1) + "a"))
    var height = 0
    var expression = parsed.root
    while let child = expression.children.first {
      height += 1
      expression = child
    }
    #expect(parsed.nodeCount == 2 * terms - 1)
    #expect(height == expectedHeight)
  }

  @Test func readsWideLists() throws {
    let parsed = try parse(Text("[" + String(repeating: "1,", count: 200_000) + "1]"))
    #expect(parsed.nodeCount == 200_002)
  }

  @Test func refusesTextBeyondTheLimit() {
    var limits = Environment.Limits()
    limits.length = 4
    #expect(Parser.parse("1 + 2", macros: [], limits: limits).1.map(\.code) == [.expressionTooLong])
    #expect(Parser.parse("1+22", macros: [], limits: limits).1.isEmpty)
  }

  /// Every prefix of a text, and every text with one byte replaced, is read or refused.
  @Test func survivesDamagedText() {
    let text: Text =
      #"a.?b[?c].all(x, y, has(x.`d-e`)) ? {'k\n': [1u, ?-2.5e3]} : T{f: r"""g""", ?h: !(i in b'\x00')} // é"#
    var random = SeededGenerator(seed: 7)
    for length in 0...text.utf8.count { _ = defects(Text(utf8: text.utf8.prefix(length))) }
    for place in text.utf8.indices {
      for _ in 0..<20 {
        var damaged = text.utf8
        damaged[place] = UInt8.random(in: 0...255, using: &random)
        let (parsed, diagnostics) = Parser.parse(Text(utf8: damaged), macros: .all)
        #expect((parsed == nil) != diagnostics.isEmpty)
        for diagnostic in diagnostics {
          #expect(diagnostic.range.start <= diagnostic.range.end)
          #expect(Int(diagnostic.range.end) <= damaged.count)
        }
      }
    }
  }
}
