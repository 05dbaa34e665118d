import CEL
import JSON
import Testing

@Suite struct UnparserTests {
  @Test(
    arguments: [
      ("a&&(b&&c)||d", "a && b && c || d"),
      ("a&&(b||c)", "a && (b || c)"),
      ("a-(b-c)", "a - (b - c)"),
      ("(a-b)-c", "a - b - c"),
      ("((a))+(b*c)", "a + b * c"),
      ("(a?b:c)?(d?e:f):(g?h:i)", "(a ? b : c) ? (d ? e : f) : g ? h : i"),
      ("!(a&&b)", "!(a && b)"),
      ("!(!a)", "!!a"),
      ("-(!a)", "-(!a)"),
      ("-(1)", "-(1)"),
      ("-(-1)", "--1"),
      ("-(0.5.f())", "-(0.5.f())"),
      ("-(-1.f())", "--1.f()"),
      ("-1u", "-(1u)"),
      ("-( 1.50 )", "-(1.50)"),
      ("(-a).b", "(-a).b"),
      ("(a+b)[c].d( e )", "(a + b)[c].d(e)"),
      ("[?a,b]", "[?a, b]"),
      ("{?'a':b}", "{?'a': b}"),
      (".a.B{c:1,?`d`:2}", ".a.B{c: 1, ?d: 2}"),
      ("a.`in`.`b-c`", "a.`in`.`b-c`"),
      ("a.?b[?c]", "a.?b[?c]"),
      (#"'it''s'"#, nil),
      (#""it's""#, #""it's""#),
      (#""say \"it's\"""#, #"'say "it\'s"'"#),
      (#"'''a\tb\n\x01\\'''"#, #"'a\tb\n\x01\\'"#),
      (#"r'\d+'"#, #"'\\d+'"#),
      (#"b'\xff\x41é'"#, #"b'\xffA\xc3\xa9'"#),
      (#"'\u202e\ufeff\u0085é'"#, #"'\u202e\ufeff\u0085é'"#),
      ("a.existsOne(i,v,v)", "a.exists_one(i, v, v)"),
      ("a.existsAtLeast(2,x,x>1)", "a.existsAtLeast(2, x, x > 1)"),
      ("a.map(x,y,z)", "a.map(x, y, z)"),
      ("cel.bind(x,1,x+x)", "cel.bind(x, 1, x + x)"),
      ("has(a.b)", "has(a.b)"),
    ] as [(Text, Text?)])
  func writesCanonicalText(_ text: Text, _ expected: Text?) throws {
    guard let expected else { return #expect(!defects(text).isEmpty) }
    #expect(Unparser.text(try parse(text).root) == expected)
  }

  @Test(.enabled(if: !ConformanceExpressions.all.isEmpty, "needs ../shared/conformance/cel"))
  func keepsEveryExpressionOfTheSuite() throws {
    var count = 0
    for (id, text, mayFail) in ConformanceExpressions.all {
      let (parsed, diagnostics) = Parser.parse(text, macros: .all)
      guard let parsed else {
        #expect(mayFail, "\(id): \(diagnostics)")
        continue
      }
      count += 1
      let written = Unparser.text(parsed.root)
      let again = try parse(written)
      #expect(dump(again.root) == dump(parsed.root), "\(id)")
      #expect(Unparser.text(again.root) == written, "\(id)")
    }
    #expect(count > 1_000)
  }

  @Test func keepsRandomTrees() throws {
    var maker = RandomTree(seed: 20_210_101)
    for _ in 0..<3_000 {
      let expression = maker.expression(depth: 5)
      let written = Unparser.text(expression)
      let (parsed, diagnostics) = Parser.parse(written, macros: .all)
      guard let parsed else {
        Issue.record("\(written): \(diagnostics)")
        continue
      }
      #expect(dump(parsed.root) == dump(expression), "\(written)")
      #expect(Unparser.text(parsed.root) == written)
    }
  }
}
