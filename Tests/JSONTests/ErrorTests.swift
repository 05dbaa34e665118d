import JSON
import Testing

@Suite struct ErrorTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    var source: String
    var code: JSONErrorCode
    /// The byte, in sources of one ASCII line.
    var at: Int
    var found: String
    var expected: JSONExpectation = []
    var testDescription: String { source }
  }

  static let refusals: [Refusal] = [
    Refusal(source: "", code: .emptyInput, at: 0, found: "", expected: .value),
    Refusal(source: "  \t ", code: .emptyInput, at: 4, found: "", expected: .value),
    Refusal(source: "\u{FEFF}{}", code: .byteOrderMark, at: 0, found: "\u{FEFF}"),
    Refusal(source: "[", code: .unexpectedEnd, at: 1, found: "", expected: .value),
    Refusal(source: "[1", code: .unexpectedEnd, at: 2, found: "", expected: [.comma, .endOfArray]),
    Refusal(source: "[1,", code: .unexpectedEnd, at: 3, found: "", expected: .value),
    Refusal(source: "{", code: .unexpectedEnd, at: 1, found: "", expected: [.key, .endOfObject]),
    Refusal(source: #"{"a""#, code: .unexpectedEnd, at: 4, found: "", expected: .colon),
    Refusal(source: #"{"a":"#, code: .unexpectedEnd, at: 5, found: "", expected: .value),
    Refusal(source: #"{"a":1"#, code: .unexpectedEnd, at: 6, found: "", expected: [.comma, .endOfObject]),
    Refusal(source: #"{"a":1,"#, code: .unexpectedEnd, at: 7, found: "", expected: .key),
    Refusal(source: #"["ab"#, code: .unexpectedEnd, at: 4, found: "", expected: .endOfString),
    Refusal(source: #"["ab\"#, code: .unexpectedEnd, at: 5, found: "", expected: .endOfString),
    Refusal(source: #"["\u00"#, code: .unexpectedEnd, at: 6, found: "", expected: .endOfString),
    Refusal(source: #"["\ud83d"#, code: .unexpectedEnd, at: 8, found: "", expected: .endOfString),
    Refusal(source: "[tru", code: .unexpectedEnd, at: 4, found: "", expected: .value),
    Refusal(source: "-", code: .unexpectedEnd, at: 1, found: "", expected: .digit),
    Refusal(source: "1.", code: .unexpectedEnd, at: 2, found: "", expected: .digit),
    Refusal(source: "[1 2]", code: .unexpectedByte, at: 3, found: "2", expected: [.comma, .endOfArray]),
    Refusal(source: "[1}", code: .unexpectedByte, at: 2, found: "}", expected: [.comma, .endOfArray]),
    Refusal(source: #"{"a" 1}"#, code: .unexpectedByte, at: 5, found: "1", expected: .colon),
    Refusal(source: "{a: 1}", code: .unexpectedByte, at: 1, found: "a", expected: [.key, .endOfObject]),
    Refusal(source: "{'a': 1}", code: .unexpectedByte, at: 1, found: "'", expected: [.key, .endOfObject]),
    Refusal(source: #"{"a":1,b:2}"#, code: .unexpectedByte, at: 7, found: "b", expected: .key),
    Refusal(source: "[ệ]", code: .unexpectedByte, at: 1, found: "ệ", expected: .value),
    Refusal(source: "[0x1F]", code: .unexpectedByte, at: 2, found: "x1F", expected: [.comma, .endOfArray]),
    Refusal(source: "[29,835 ]]", code: .trailingBytes, at: 9, found: "]", expected: .endOfInput),
    Refusal(source: "1 2", code: .trailingBytes, at: 2, found: "2", expected: .endOfInput),
    Refusal(source: "{} // end", code: .trailingBytes, at: 3, found: "/", expected: .endOfInput),
    Refusal(source: "[1, ]", code: .trailingComma, at: 2, found: ",", expected: .value),
    Refusal(source: #"{"a":1,}"#, code: .trailingComma, at: 6, found: ",", expected: .key),
    Refusal(source: "[1, // one", code: .comment, at: 4, found: "/", expected: .value),
    Refusal(source: "[True]", code: .unknownWord, at: 1, found: "True", expected: .value),
    Refusal(source: "[nul]", code: .unknownWord, at: 1, found: "nul", expected: .value),
    Refusal(source: "[NaN]", code: .nonFiniteNumber, at: 1, found: "NaN", expected: .value),
    Refusal(source: "[-Infinity]", code: .nonFiniteNumber, at: 1, found: "-Infinity", expected: .digit),
    Refusal(source: "[+1]", code: .plusSign, at: 1, found: "+1", expected: .value),
    Refusal(source: "[-012]", code: .leadingZero, at: 2, found: "012"),
    Refusal(source: "[.5]", code: .missingDigit, at: 1, found: ".5", expected: .digit),
    Refusal(source: "[5.]", code: .missingDigit, at: 3, found: "]", expected: .digit),
    Refusal(source: "[1e+]", code: .missingDigit, at: 4, found: "]", expected: .digit),
    Refusal(source: "[-x]", code: .missingDigit, at: 2, found: "x", expected: .digit),
    Refusal(source: "[\"a\tb\"]", code: .controlCharacter, at: 3, found: "\t", expected: .endOfString),
    Refusal(source: #"["\x"]"#, code: .invalidEscape, at: 2, found: #"\"#),
    Refusal(source: #"["\u12G4"]"#, code: .invalidUnicodeEscape, at: 2, found: #"\"#),
    Refusal(source: #"["\udc00"]"#, code: .unpairedSurrogate, at: 2, found: #"\"#),
    Refusal(source: #"["\ud800\n"]"#, code: .unpairedSurrogate, at: 2, found: #"\"#),
    Refusal(source: #"["\ud800\u0041"]"#, code: .unpairedSurrogate, at: 2, found: #"\"#),
  ]

  @Test(arguments: refusals)
  func saysWhatIsWrong(_ wanted: Refusal) throws {
    let error = try #require(refusal(of: wanted.source))
    #expect(error.code == wanted.code)
    #expect(error.position == JSONPosition(byte: wanted.at, line: 1, column: wanted.at + 1))
    #expect(error.found == Text(wanted.found))
    #expect(error.expected == wanted.expected)
  }

  @Test(arguments: [
    [0x80], [0xFF], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE1, 0xBB], [0xC3, 0x28],
  ])
  func refusesIllFormedUTF8(_ bytes: [UInt8]) throws {
    let error = try #require(refusal(of: Array("[\"tỷ".utf8) + bytes + Array("\"]".utf8)))
    #expect(error.code == .invalidUTF8)
    #expect(error.position == JSONPosition(byte: 6, line: 1, column: 5))
    #expect(error.found == Text(utf8: [bytes[0]]))
  }

  @Test(arguments: [
    [0x5B, 0, 0x5D, 0], [0, 0x5B, 0, 0x5D], [0xFF, 0xFE, 0x5B, 0], [0xFE, 0xFF], [0, 0, 0, 0x31],
  ])
  func refusesOtherEncodings(_ bytes: [UInt8]) {
    #expect(refusal(of: bytes)?.code == .notUTF8)
  }

  @Test func pointsAtLineAndCharacter() throws {
    let error = try #require(refusal(of: "{\n  \"Đơn vị\": \"ữ\",\n  \"số\": ?\n}"))
    #expect(error.code == .unexpectedByte)
    #expect(error.position == JSONPosition(byte: 35, line: 3, column: 9))
  }

  @Test func namesWhatWasNeverClosed() throws {
    #expect(refusal(of: "{\n \"a\": [1, {}\n")?.related == JSONPosition(byte: 8, line: 2, column: 7))
    #expect(refusal(of: "[\n\"abc")?.related == JSONPosition(byte: 2, line: 2, column: 1))
  }
}
