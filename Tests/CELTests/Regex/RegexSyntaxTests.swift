import CEL
import JSON
import Testing

@Suite struct RegexSyntaxTests {
  @Test(
    arguments: [
      // literals, dot, unanchored search
      ("bc", ["abcd", "bc"], ["b", "acb"]),
      ("", ["", "x"], []),
      ("a+ñ+a+", ["mañana"], ["manana"]),
      ("a.c", ["abc", "añc", "a🇻c"], ["a\nc", "ac"]),
      ("(?s)a.c", ["a\nc"], ["ac"]),
      ("^.$", ["ấ", "\u{1F600}"], ["", "ab"]),
      // alternation and groups
      ("gr(a|e)y", ["grey", "gray"], ["groy"]),
      ("^(?:a|b|)$", ["a", "b", ""], ["ab", "c"]),
      ("^(?P<x>a)(?<y>b)$", ["ab"], ["a"]),
      ("^a|b$", ["ax", "xb"], ["xa", "bx"]),
      ("()", [""], []),
      // repetition
      ("ba(na)*$", ["ba", "banana"], ["bana n"]),
      ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
      ("^a{2}$", ["aa"], ["a", "aaa"]),
      ("^a{2,}$", ["aa", "aaaaa"], ["a"]),
      ("^a{0}$", [""], ["a"]),
      ("^a{0,1}b$", ["b", "ab"], ["aab"]),
      ("^(?:ab){2}c$", ["ababc"], ["abc"]),
      ("^a*?b+?c??$", ["b", "aabbc"], ["aa"]),
      ("^(a*)*$", ["", "aaa"], ["b"]),
      ("^(?:a?){3}$", ["", "a", "aaa"], ["aaaa"]),
      ("^(?:(?:)|a)+$", ["", "aa"], ["b"]),
      ("^*a", ["a", "ba"], ["b"]),
      ("(?:^a)*b", ["ab", "xb"], ["a"]),
      // braces that are no counts
      ("^a{,2}$", ["a{,2}"], ["aa"]),
      ("^{}$", ["{}"], [""]),
      ("^a{x}{$", ["a{x}{"], []),
      // anchors
      ("^a$", ["a"], ["a\n", "\na", "ba"]),
      ("(?m)^a$", ["a", "x\na\ny"], ["ab"]),
      (#"(?m)\Aa\z"#, ["a"], ["x\na", "a\nx"]),
      (#"\bto\b"#, ["Ba to", "to", "a-to-b"], ["tor", "Bato", "_to"]),
      (#"\bà"#, ["xà"], ["à", " à"]),
      (#"o\B"#, ["or"], ["to", "to "]),
      (#"^\b$"#, [], ["", "a"]),
      (#"^\B$"#, [""], ["a"]),
      // classes
      ("^[abc-e]+$", ["abcde"], ["f", "-"]),
      ("^[^a-c]$", ["d", "\n", "ấ"], ["a", ""]),
      ("^[]a]+$", ["]a"], ["[a"]),
      ("^[^]a]+$", ["[b"], ["]"]),
      ("^[a-]+$", ["a-"], ["b"]),
      ("^[-a]+$", ["a-"], ["b"]),
      ("^[a-c-e]+$", ["abc-e"], ["d"]),
      (#"^[\d\-x]+$"#, ["12-x"], ["a"]),
      (#"^[\]\\\^]+$"#, [#"]\^"#], ["["]),
      ("^[à-ỹ]$", ["ấ", "ỹ"], ["a"]),
      ("^[[:alpha:][:digit:]_]+$", ["aZ9_"], ["à", "-"]),
      ("^[[:^digit:]]+$", ["abà"], ["a1"]),
      ("^[^[:space:]]$", ["a"], [" ", "\u{B}"]),
      ("^[[a]$", ["[", "a"], ["]"]),
      ("^[[:a]$", ["[", ":", "a"], ["]"]),
      ("[[:word:]][[:xdigit:]][[:punct:]][[:blank:]]", ["_F~ "], ["_G~ "]),
      // escapes
      (#"^\d\D\w\W\s\S$"#, ["1a_- x"], ["aa_- x"]),
      (#"^\s$"#, [" ", "\t", "\u{C}"], ["\u{B}", "\u{A0}"]),
      (#"^\w$"#, ["_"], ["à"]),
      (#"^\.\*\+\?\(\)\[\]\{\}\|\^\$\\\-\_\/\ $"#, [#".*+?()[]{}|^$\-_/ "#], []),
      (#"^\x41\x{1F600}\101\0\n\t\r\f\v\a$"#, ["A😀A\0\n\t\r\u{C}\u{B}\u{7}"], []),
      (#"^\08$"#, ["\u{0}8"], ["8"]),
      (#"^\Qa.b*\E+$"#, ["a.b**"], ["a.ba.b*", "axb*"]),
      (#"^\Qa\b"#, [#"a\b"#], ["a"]),
      (#"a\Q\E*$"#, ["", "aa"], []),
      // flags
      ("(?i)tràng", ["TRÀNG", "Tràng"], ["TRANG"]),
      ("^(?i:a)b$", ["Ab"], ["aB"]),
      ("^a(?i)b|c$", ["aB", "xC"], ["AB"]),
      ("^(a(?i)b)c$", ["aBc"], ["aBC"]),
      ("(?i)^(?-i)a(?i:B)$", ["ab", "aB"], ["Ab"]),
      ("(?ims)^a.b$", ["x\nA\nB\ny"], ["ab"]),
      ("(?U)a+?(?-U)b", ["aab"], ["b"]),
      ("(?i)[k]", ["K", "\u{212A}"], ["l"]),
      ("(?i)^ſ$", ["s", "S"], ["t"]),
      ("(?i)^[^k]$", ["l"], ["k", "K", "\u{212A}"]),
      (#"(?i)^\w$"#, ["\u{17F}"], ["à"]),
      (#"(?i)^\W$"#, ["à"], ["\u{17F}", "\u{212A}", "s"]),
      ("(?i)^σ$", ["ς", "Σ"], ["s"]),
      ("(?i)^ß$", ["ẞ"], ["ss"]),
      ("(?i)^i$", ["I"], ["ı", "İ"]),
      // properties
      (#"^\pL+$"#, ["Trường", "Ελλ", "中"], ["a1", " "]),
      (#"^\PL+$"#, ["1 -"], ["à"]),
      (#"^\p{Lu}\p{Ll}\p{Nd}$"#, ["Đà٣"], ["đà1"]),
      (#"^\P{Lu}$"#, ["đ"], ["Đ"]),
      (#"^\p{^Lu}$"#, ["đ"], ["Đ"]),
      (#"^\P{^Lu}$"#, ["Đ"], ["đ"]),
      (#"^[\p{Lu}\d]+$"#, ["Đ1"], ["đ"]),
      (#"^[^\p{Lu}\d]+$"#, ["đ "], ["đĐ", "1"]),
      (#"^\p{Greek}+$"#, ["Ωμέγα"], ["omega"]),
      (#"^\p{Latin}+$"#, ["Tràng"], ["Ω", "1"]),
      (#"^\p{Cyrillic}\p{Han}$"#, ["Ж中"], ["Z中"]),
      (#"^\P{Han}$"#, ["a"], ["中"]),
      (#"^\p{Any}$"#, ["\u{10FFFF}", "\u{0}"], [""]),
      (#"(?i)^\p{Lu}$"#, ["a", "A"], ["1", "中"]),
      (#"(?i)^\p{^Lu}$"#, ["1", "中"], ["a", "A", "đ"]),
      ("^.(?s).$", ["a\n"], ["\n\n", "\na"]),
      ("^[a](?i)[a]$", ["aA"], ["AA"]),
      (#"(?i)^\P{Lu}$"#, ["1", "中"], ["a", "A", "đ"]),
      (#"(?i)^[\P{Lu}x]$"#, ["1", "X"], ["a"]),
      (#"^\p{Sc}\p{Pd}\p{Zs}\p{Cc}$"#, ["₫—\u{A0}\u{1}"], []),
    ] as [(String, [String], [String])])
  func matches(pattern: String, accepted: [String], refused: [String]) throws {
    for forReuse in [true, false] {
      let program = try RegexProgram.compile(Text(pattern), forReuse: forReuse)
      // From the second match on, the one that is reused looks into a table.
      _ = program.matches("")
      for text in accepted { #expect(program.matches(Text(text)), "\(pattern) on \(text.debugDescription)") }
      for text in refused { #expect(!program.matches(Text(text)), "\(pattern) on \(text.debugDescription)") }
    }
  }

  @Test(
    arguments: [
      ("(a", .missingParenthesis, 0), ("a)", .unexpectedParenthesis, 1), (")", .unexpectedParenthesis, 0),
      ("x[a", .missingBracket, 1), ("[", .missingBracket, 0), ("[]", .missingBracket, 0),
      ("[a-", .missingBracket, 0),
      ("*", .missingRepeatArgument, 0), ("a|*", .missingRepeatArgument, 2),
      ("(+a)", .missingRepeatArgument, 1),
      ("{2}", .missingRepeatArgument, 0), ("(?i)*", .missingRepeatArgument, 4),
      ("a**", .invalidRepeatOperator, 2),
      ("a+*", .invalidRepeatOperator, 2), ("a??+", .invalidRepeatOperator, 3),
      ("a{2}{3}", .invalidRepeatOperator, 4),
      ("a{1001}", .invalidRepeatSize, 1), ("a{1,1001}", .invalidRepeatSize, 1),
      ("a{3,2}", .invalidRepeatSize, 1),
      ("a{99999999999999999999}", .invalidRepeatSize, 1), ("((a{100}){100}){100}", .invalidRepeatSize, 9),
      (#"\"#, .trailingBackslash, 0), (#"\q"#, .invalidEscape, 0), (#"\C"#, .invalidEscape, 0),
      (#"a\Z"#, .invalidEscape, 1),
      (#"\1"#, .invalidEscape, 0), (#"(a)\2"#, .invalidEscape, 3), (#"\8"#, .invalidEscape, 0),
      (#"\x"#, .invalidEscape, 0),
      (#"\x4"#, .invalidEscape, 0), (#"\x{}"#, .invalidEscape, 0), (#"\x{110000}"#, .invalidEscape, 0),
      (#"\x{41"#, .invalidEscape, 0), (#"\ấ"#, .invalidEscape, 0), (#"[\b]"#, .invalidEscape, 1),
      (#"\E"#, .invalidEscape, 0),
      (#"[a-\d]"#, .invalidEscape, 3), ("[b-a]", .invalidCharacterRange, 1), ("[a-c-a]", nil, 0),
      ("[[:foo:]]", .invalidCharacterClass, 1), (#"\p{Foo}"#, .unsupportedProperty, 0),
      (#"\pX"#, .unsupportedProperty, 0),
      (#"\p"#, .unsupportedProperty, 0), (#"\p{L"#, .unsupportedProperty, 0),
      (#"\p{Arabic}"#, .unsupportedProperty, 0),
      (#"\p{greek}"#, .unsupportedProperty, 0), (#"[\p{Thai}]"#, .unsupportedProperty, 1),
      ("(?", .missingParenthesis, 0),
      ("(?i", .missingParenthesis, 0), ("(?x)", .invalidGroup, 0), ("(?=a)", .invalidGroup, 0),
      ("(?!a)", .invalidGroup, 0),
      ("(?<=a)", .invalidGroupName, 3), ("(?#a)", .invalidGroup, 0), ("(?)", .invalidGroup, 0),
      ("(?i-)", .invalidGroup, 0),
      ("(?-:a)", .invalidGroup, 0), ("(?i--s)", .invalidGroup, 0), ("(?P<>a)", .invalidGroupName, 4),
      ("(?P<a b>c)", .invalidGroupName, 5), ("(?P<a", .invalidGroupName, 4), ("(?P=a)", .invalidGroup, 0),
      ("(?<a>x)(?P<a>y)", .duplicateGroupName, 11),
    ] as [(String, RegexError.Code?, Int)])
  func refuses(pattern: String, code: RegexError.Code?, offset: Int) {
    do {
      _ = try RegexProgram.compile(Text(pattern))
      #expect(code == nil, "\(pattern)")
    } catch let error {
      #expect(error.code == code, "\(pattern)")
      #expect(error.offset == offset, "\(pattern)")
      #expect(!error.reason.isEmpty)
    }
  }

  @Test func refusesPatternsThatAreNotUTF8() {
    #expect(throws: RegexError(code: .invalidUTF8, offset: 1)) {
      try RegexProgram.compile(Text(utf8: [0x61, 0xFF]))
    }
    #expect(throws: RegexError(code: .invalidUTF8, offset: 0)) {
      try RegexProgram.compile(Text(utf8: [0xE1, 0xBA]))
    }
  }

  @Test func readsBrokenTextsAsReplacementCharacters() throws {
    let program = try RegexProgram.compile(#"^a\x{FFFD}\x{FFFD}b$"#)
    #expect(program.matches(Text(utf8: [0x61, 0xE1, 0xBA, 0x62])))
  }
}
