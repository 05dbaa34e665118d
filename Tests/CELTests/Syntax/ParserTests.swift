import CEL
import JSON
import Testing

@Suite struct ParserTests {
  @Test(
    arguments: [
      ("a || b && c", "(_||_ a (_&&_ b c))"),
      ("a && b || c", "(_||_ (_&&_ a b) c)"),
      ("1 + 2 * 3 - 4", "(_-_ (_+_ 1 (_*_ 2 3)) 4)"),
      ("a - b - c", "(_-_ (_-_ a b) c)"),
      ("a < b == c in d", "(@in (_==_ (_<_ a b) c) d)"),
      ("a + b < c && d", "(_&&_ (_<_ (_+_ a b) c) d)"),
      ("(a + b) * c", "(_*_ (_+_ a b) c)"),
      ("a ? b : c ? d : e", "(_?_:_ a b (_?_:_ c d e))"),
      ("a || b ? c && d : e", "(_?_:_ (_||_ a b) (_&&_ c d) e)"),
      ("!a.b", "(!_ (. a b))"),
      ("!!a && --b", "(_&&_ (!_ (!_ a)) (-_ (-_ b)))"),
      ("-a * b", "(_*_ (-_ a) b)"),
      ("!-1 - -x", "(_-_ (!_ -1) (-_ x))"),
    ] as [(Text, String)])
  func groupsByPrecedence(_ text: Text, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    arguments: [
      ("a.b.c", "(. (. a b) c)"),
      (".a.b", "(. .a b)"),
      ("a.`x-y z`", "(. a x-y z)"),
      ("a.?b[?c]", "(_[?_] (.? a b) c)"),
      ("a[b][0]", "(_[_] (_[_] a b) 0)"),
      ("f()", "(f)"),
      (".f(1)", "(.f 1)"),
      ("a.f(1, b)", "(a.f 1 b)"),
      ("a.as.in_", "(. (. a as) in_)"),
      ("[]", "[]"),
      ("[1, ?a, 3,]", "[1 ?a 3]"),
      ("{}", "{}"),
      ("{?'a': b, c ? d : e: 1,}", "{?'a':b (_?_:_ c d e):1}"),
      ("T{}", "T{}"),
      (".a.B{c: 1, ?`d-e`: f, if: 2}", ".a.B{c:1 ?d-e:f if:2}"),
      ("T{a: 1}.a", "(. T{a:1} a)"),
    ] as [(Text, String)])
  func readsMembersAndAggregates(_ text: Text, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    arguments: [
      ("0", "0"), ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775808", "-9223372036854775808"), ("- 1", "-1"), ("--1", "(-_ -1)"),
      ("-(1)", "(-_ 1)"), ("0xfF", "255"), ("-0x8000000000000000", "-9223372036854775808"),
      ("18446744073709551615u", "18446744073709551615u"), ("0xFFu", "255u"), ("1U", "1u"), ("-1u", "(-_ 1u)"),
      ("1.50", "#1.50"), (".5e-3", "#.5e-3"), ("1E+5", "#1E+5"), ("-1.5", "#-1.5"), ("1 - 1", "(_-_ 1 1)"),
      ("1-1", "(_-_ 1 1)"), ("-1.size()", "(-1.size)"), ("1.a", "(. 1 a)"), ("1in[1]", "(@in 1 [1])"),
      ("true", "true"), ("null", "null"),
    ] as [(Text, String)])
  func readsNumbersAndWords(_ text: Text, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    arguments: [
      ("[1].all(x, x > 0)", "(all [1] x if=(_>_ x 0))"),
      ("a.exists(i, v, v)", "(exists a i v if=v)"),
      ("a.exists_one(x, x)", "(existsOne a x if=x)"),
      ("a.existsOne(i, v, v)", "(existsOne a i v if=v)"),
      ("a.filter(x, x)", "(filter a x if=x)"),
      ("a.map(x, x)", "(map a x to=x)"),
      ("a.map(x, x > 1, x)", "(map a x if=(_>_ x 1) to=x)"),
      ("a.transformList(i, v, v)", "(transformList a i v to=v)"),
      ("a.transformMap(k, v, k, v)", "(transformMap a k v if=k to=v)"),
      ("a.transformMapEntry(k, v, {v: k})", "(transformMapEntry a k v to={v:k})"),
      ("a.existsAtLeast(2, x, x)", "(existsAtLeast a x count=2 if=x)"),
      ("a.sortBy(x, x.b)", "(sortBy a x to=(. x b))"),
      ("a.optMap(x, x)", "(optionalMap a x to=x)"),
      ("a.optFlatMap(x, x)", "(optionalFlatMap a x to=x)"),
      ("cel.bind(x, 1, x)", "(bind x 1 x)"),
      ("has(a.b)", "(has a b)"),
      ("has(a.?b.c)", "(has (.? a b) c)"),
      ("has(a.b.`c-d`)", "(has (. a b) c-d)"),
    ] as [(Text, String)])
  func expandsMacros(_ text: Text, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    arguments: [
      ("all(x, y)", "(all x y)"), ("a.all(x)", "(a.all x)"), ("a.map(b)", "(a.map b)"),
      ("a.has(b.c)", "(a.has (. b c))"),
      ("has(a, b)", "(has a b)"), ("bind(x, 1, x)", "(bind x 1 x)"), ("a.bind(x, 1, x)", "(a.bind x 1 x)"),
      (".has(a.b)", "(.has (. a b))"), ("(cel).bind(x, 1, x)", "(cel.bind x 1 x)"),
    ] as [(Text, String)])
  func leavesCallsOfAnotherShapeAlone(_ text: Text, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test func leavesMacrosAloneThatAreNotSwitchedOn() throws {
    let (parsed, _) = Parser.parse("a.all(x, y) && has(a.b) && a.sortBy(x, y)", macros: [])
    #expect(
      dump(try #require(parsed).root) == "(_&&_ (a.all x y) (has (. a b)) (a.sortBy x y))")
  }

  @Test func skipsSpaceAndComments() throws {
    #expect(try tree("// first\r\n a\t+ // second\n\u{0C}b//end") == "(_+_ a b)")
  }

  @Test func placesNodesInTheText() throws {
    let text: Text = " (a + b) * f(c) "
    let root = try parse(text).root
    #expect(root.range == SourceRange(1, 15))
    guard case .call(_, nil, let operands) = root.kind else { throw UnexpectedTree() }
    #expect(operands[0].range == SourceRange(2, 7))
    #expect(operands[1].range == SourceRange(11, 15))
  }

  @Test func numbersParentsAboveTheirChildren() throws {
    let parsed = try parse("a.b.all(x, x > 0 && [1, {2: x}][0] == -x ? true : false)")
    var ids: Set<Int32> = []
    func visit(_ expression: Expression) {
      #expect(ids.insert(expression.id).inserted && expression.id < parsed.nodeCount)
      for child in expression.children {
        #expect(child.id < expression.id)
        visit(child)
      }
    }
    visit(parsed.root)
  }
}

struct UnexpectedTree: Error {}
