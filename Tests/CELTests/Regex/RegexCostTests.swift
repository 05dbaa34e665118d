import CEL
import JSON
import Testing

@Suite struct RegexCostTests {
  @Test func answersFastWhereBacktrackingWouldNotEnd() throws {
    let long = Text(String(repeating: "a", count: 100_000) + "b")
    #expect(!(try RegexProgram.compile("(a+)+$").matches(long)))
  }

  @Test(arguments: [
    "^(a|a)*$", "^(a*)*$", "^(a|aa)+$", "(.*)(.*)(.*)(.*)(.*)c", "(?:a?){50}c", #"(?:\ba+|a+a)+$"#,
  ])
  func takesLinearTime(pattern: String) throws {
    let long = Text(String(repeating: "a", count: 3000) + "b")
    #expect(!(try RegexProgram.compile(Text(pattern)).matches(long)))
    #expect(!(try RegexProgram.compile(Text(pattern), forReuse: false).matches(long)))
  }

  @Test func takesPolynomialTimeOnNestedOptions() throws {
    for count in [10, 100, 500] {
      let program = try RegexProgram.compile(Text("^(?:a?){\(count)}a{\(count)}$"))
      #expect(program.matches(Text(String(repeating: "a", count: count))))
      #expect(!program.matches(Text(String(repeating: "a", count: count - 1))))
    }
  }

  @Test(arguments: [
    "(?:abcdefghij){1000}", "(?:a{30}b){33}(?:x?){1000}(?:y?){1000}(?:z?){1000}(?:[a-z]?){1000}(?:é?){1000}",
  ])
  func refusesLargePrograms(pattern: String) {
    #expect(throws: RegexError(code: .tooLarge, offset: 0)) { try RegexProgram.compile(Text(pattern)) }
  }

  @Test func refusesLongPatternsAndDeepGroups() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: RegexError(code: .tooLarge, offset: 16_384)) { try RegexProgram.compile(Text(deep)) }
    #expect(throws: RegexError(code: .tooDeep, offset: 200)) {
      try RegexProgram.compile(Text(String(deep.prefix(10_000))))
    }
    let literal = Text(String(repeating: "a", count: 12_000))
    #expect(throws: RegexError(code: .tooLarge, offset: 0)) { try RegexProgram.compile(literal) }
  }

  @Test func acceptsGroupsUpToTheLimit() throws {
    let depth = 199
    let pattern = String(repeating: "(", count: depth) + "a" + String(repeating: ")*", count: depth)
    #expect(try RegexProgram.compile(Text(pattern)).matches("a"))
  }

  @Test func keepsEqualClassesOnce() throws {
    let program = try RegexProgram.compile(Text(String(repeating: #"(?i)\p{Lu}[a-z]"#, count: 100)))
    #expect(program.instructionCount == 201)
  }

  @Test func refusesManyDifferentLargeClasses() {
    let pattern = (0..<400).map { #"(?i)[\p{Lu}\x{\#(String(0x4E00 + $0, radix: 16))}]"# }.joined()
    let error = #expect(throws: RegexError.self) { try RegexProgram.compile(Text(pattern)) }
    #expect(error?.code == .tooLarge)
  }
}
