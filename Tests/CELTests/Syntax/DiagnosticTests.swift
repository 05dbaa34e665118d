import CEL
import JSON
import Testing

@Suite struct DiagnosticTests {
  /// A defect as `code place found expected → suggestion`.
  private func summary(_ diagnostic: Diagnostic) -> String {
    let place = "\(diagnostic.range.start)-\(diagnostic.range.end)"
    let arguments = diagnostic.arguments.map { "‹\($0)›" }
    let suggestion = diagnostic.suggestion.map { ["→ \($0)"] } ?? []
    return (["\(diagnostic.code)", place] + arguments + suggestion).joined(separator: " ")
  }

  @Test(
    arguments: [
      ("", ["unexpectedToken 0-0 ‹› ‹expression›"]),
      ("a +", ["unexpectedToken 3-3 ‹› ‹expression›"]),
      ("a b", ["unexpectedToken 2-3 ‹b› ‹operator›"]),
      ("(a", ["unexpectedToken 2-2 ‹› ‹)›"]),
      ("a)", ["unexpectedToken 1-2 ‹)› ‹operator›"]),
      ("[a, b)", ["unexpectedToken 5-6 ‹)› ‹]›"]),
      ("a ? b", ["unexpectedToken 5-5 ‹› ‹:›"]),
      ("a ? b ? c : d : e", ["unexpectedToken 6-7 ‹?› ‹:›"]),
      ("{1}", ["unexpectedToken 2-3 ‹}› ‹:›"]),
      ("{,}", ["unexpectedToken 1-2 ‹,› ‹expression›"]),
      ("f(a,)", ["unexpectedToken 4-5 ‹)› ‹expression›"]),
      ("T{1: 2}", ["unexpectedToken 2-3 ‹1› ‹identifier›"]),
      ("(T){a: 1}", ["unexpectedToken 3-4 ‹{› ‹operator›"]),
      ("a.`b`{c: 1}", ["unexpectedToken 5-6 ‹{› ‹operator›"]),
      ("a.", ["unexpectedToken 2-2 ‹› ‹identifier›"]),
      ("a.in", ["unexpectedToken 2-4 ‹in› ‹identifier› → `in`"]),
      ("a.`b`()", ["unexpectedToken 5-6 ‹(› ‹operator›"]),
      ("!-a", ["unexpectedToken 1-2 ‹-› ‹expression›"]),
      ("-!a", ["unexpectedToken 1-2 ‹!› ‹expression›"]),
      ("1.", ["unexpectedToken 2-2 ‹› ‹identifier›"]),
    ] as [(Text, [String])])
  func pointsAtTheTokenThatIsWrong(_ text: Text, _ expected: [String]) {
    #expect(defects(text).map(summary) == expected)
  }

  @Test(
    arguments: [
      ("a = b", ["unexpectedCharacter 2-3 ‹=› → =="]),
      ("a & b | c", ["unexpectedCharacter 2-3 ‹&› → &&", "unexpectedCharacter 6-7 ‹|› → ||"]),
      (
        "a and b or c",
        ["unexpectedToken 2-5 ‹and› ‹operator› → &&", "unexpectedToken 8-10 ‹or› ‹operator› → ||"]
      ),
      ("kind == “xã” && b", ["unexpectedCharacter 8-11 ‹“› → \""]),
      ("kind in [‘a’, ‘b’]", ["unexpectedCharacter 9-12 ‹‘› → '", "unexpectedCharacter 18-21 ‹‘› → '"]),
      ("tỷLệ > 1", ["unexpectedCharacter 1-4 ‹ỷ›"]),
      ("a # b", ["unexpectedCharacter 2-3 ‹#›"]),
      ("a.é + $", ["unexpectedCharacter 2-4 ‹é›", "unexpectedCharacter 7-8 ‹$›"]),
    ] as [(Text, [String])])
  func suggestsWhatWasMeant(_ text: Text, _ expected: [String]) {
    #expect(defects(text).map(summary) == expected)
  }

  @Test(
    arguments: [
      ("9223372036854775808", ["integerOutOfRange 0-19 ‹9223372036854775808›"]),
      ("-9223372036854775809", ["integerOutOfRange 0-20 ‹-9223372036854775809›"]),
      ("18446744073709551616u", ["integerOutOfRange 0-21 ‹18446744073709551616u›"]),
      ("0x10000000000000000", ["integerOutOfRange 0-19 ‹0x10000000000000000›"]),
      ("12kg", ["invalidNumber 0-4 ‹12kg›"]),
      ("0x", ["invalidNumber 0-2 ‹0x›"]),
      ("1.5u", ["invalidNumber 0-4 ‹1.5u›"]),
      ("1e", ["invalidNumber 0-2 ‹1e›"]),
      ("1_000", ["invalidNumber 0-5 ‹1_000›"]),
      ("'a", ["unterminatedString 0-2"]),
      ("'a\nb'", ["unterminatedString 0-2", "unterminatedString 3-5"]),
      ("'''a'", ["unterminatedString 0-5"]),
      ("a.`b", ["unterminatedString 2-4"]),
      ("a.`b+c`", ["unexpectedCharacter 4-5 ‹+›"]),
      ("a.``", ["unexpectedCharacter 2-4 ‹``›"]),
      (
        #"'\q\xg1\u12\ud800\U00110000\400'"#,
        [
          "invalidEscape 1-3 ‹\\q›", "invalidEscape 3-5 ‹\\x›", "invalidEscape 7-11 ‹\\u12›",
          "invalidEscape 11-17 ‹\\ud800›", "invalidEscape 17-27 ‹\\U00110000›", "invalidEscape 27-29 ‹\\4›",
        ]
      ),
      (#"b'\u0041'"#, ["invalidEscape 2-4 ‹\\u›"]),
      ("for + a.for", ["reservedWord 0-3 ‹for›"]),
      ("if(a)", ["reservedWord 0-2 ‹if›"]),
    ] as [(Text, [String])])
  func refusesMalformedLiteralsAndNames(_ text: Text, _ expected: [String]) {
    #expect(defects(text).map(summary) == expected)
  }

  @Test(
    arguments: [
      ("has(a)", ["invalidMacroArgument 4-5 ‹has› ‹field›"]),
      ("has(a.?b)", ["invalidMacroArgument 4-8 ‹has› ‹field›"]),
      ("a.all(1, b)", ["invalidMacroArgument 6-7 ‹all› ‹variable›"]),
      ("a.map((x), b)", ["invalidMacroArgument 6-9 ‹map› ‹variable›"]),
      ("a.filter(.x, b)", ["invalidMacroArgument 9-11 ‹filter› ‹variable›"]),
      ("a.exists(x, x, b)", ["invalidMacroArgument 12-13 ‹exists› ‹distinct›"]),
      ("cel.bind(a.b, 1, 2)", ["invalidMacroArgument 9-12 ‹cel.bind› ‹variable›"]),
      ("a.all(, x)", ["unexpectedToken 6-7 ‹,› ‹expression›"]),
    ] as [(Text, [String])])
  func refusesArgumentsThatAMacroCannotTake(_ text: Text, _ expected: [String]) {
    #expect(defects(text).map(summary) == expected)
  }

  @Test func reportsSeveralDefectsInOrder() {
    #expect(
      defects("f(a b, [1 2, , 3], {c: }, {d}) + 99999999999999999999 == (e g) + for").map(summary) == [
        "unexpectedToken 4-5 ‹b› ‹)›", "unexpectedToken 10-11 ‹2› ‹]›",
        "unexpectedToken 13-14 ‹,› ‹expression›",
        "unexpectedToken 23-24 ‹}› ‹expression›", "unexpectedToken 28-29 ‹}› ‹:›",
        "integerOutOfRange 33-53 ‹99999999999999999999›", "unexpectedToken 60-61 ‹g› ‹)›",
        "reservedWord 65-68 ‹for›",
      ])
  }

  @Test func keepsAtMostAHundredDefects() {
    #expect(defects(Text("[" + String(repeating: "a b,", count: 10_000))).count == 100)
    #expect(defects(Text("[" + String(repeating: "#,", count: 10_000))).count == 100)
  }

  @Test func refusesTextThatIsNoUTF8() {
    #expect(defects(Text(utf8: [0x61, 0x2B, 0xC0, 0x80])).map(summary) == ["invalidUTF8 2-3"])
    #expect(defects(Text(utf8: [0x27, 0xED, 0xA0, 0x80, 0x27])).map(summary) == ["invalidUTF8 1-2"])
  }
}
