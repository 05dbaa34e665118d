import JSON
import Testing

@testable import Records

/// Input that is no JSON: a clear rejection, the rest read on, no crash.
@Suite struct BadJSONTests {
  @Test(arguments: ["a.json", "a.ndjson", "a.txt"])
  func anEmptyArrayHasNoRecords(_ name: String) throws {
    let expected = name == "a.ndjson" ? ["notAnObject(array)@1:1"] : []
    #expect(try Reading.lines("[]", named: name) == expected)
    #expect(try Reading.lines(" [ \n ] \n", named: "a.json") == [])
  }

  @Test func anEmptyDocumentIsRejectedAndAnEmptyListOfLinesIsNot() throws {
    #expect(try Reading.lines("", named: "a.json") == ["emptyInput@1:1"])
    #expect(try Reading.lines(" \n ", named: "a.txt") == ["emptyInput@2:2"])
    #expect(try Reading.lines("", named: "a.ndjson") == [])
  }

  @Test(arguments: ["a.json", "a.ndjson", "a.txt"])
  func aMegabyteOfBracketsIsTooDeep(_ name: String) throws {
    let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    #expect(
      try Reading.all(brackets, named: name).map(Reading.line) == [
        "tooDeep@1:\(name == "a.ndjson" ? 513 : 514)"
      ])
  }

  @Test(arguments: [
    (#"{"id":"a""#, "unexpectedEnd@1:10"),
    (#"{"id":"#, "unexpectedEnd@1:7"),
    (#"{"id":"a","output":NaN}"#, "nonFiniteNumber@1:20"),
    (#"{"id":"a","output":-Infinity}"#, "nonFiniteNumber@1:20"),
    (#"{"id":"a","id":"b"}"#, "duplicateKey@1:11"),
    ("\u{FEFF}{}", "byteOrderMark@1:1"),
    (#"{"id":"a"} {"id":"b"}"#, "trailingBytes@1:12"),
    ("{'id':'a'}", "unexpectedByte@1:2"),
    (#"{"id":"a",}"#, "trailingComma@1:10"),
    ("null", "notAnObject(null)@1:1"),
    ("12", "notAnObject(number)@1:1"),
    ("\u{0B}", "unexpectedByte@1:1"),
  ])
  func aBrokenLineIsRejectedAtItsPlaceAndTheNextIsRead(_ line: String, _ rejection: String) throws {
    #expect(try Reading.lines(line, named: "a.json") == [rejection])
    #expect(try Reading.lines(line + "\n{\"id\":\"next\"}\n") == [rejection, "next@2"])
  }

  @Test func bytesThatAreNoTextAreRejected() throws {
    let bytes = Array("{\"id\":\"".utf8) + [0xFF] + Array("\"}\n{\"id\":\"next\"}".utf8)
    #expect(try Reading.all(bytes).map(Reading.line) == ["invalidUTF8@1:8", "next@2"])
  }

  @Test func anArrayThatBreaksKeepsWhatCameBefore() throws {
    let results = try Reading.all(
      Array("[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\n\"}, {\"id\":\"d\"}]".utf8), named: "a.json")
    #expect(results.map(Reading.line) == ["a@1", "b@2", "controlCharacter@3:9"])
    #expect(endsSource(results.last) == true)
  }

  @Test func anArrayThatIsCutKeepsWhatCameBefore() throws {
    let results = try Reading.all(Array("[{\"id\":\"a\"}, {\"id\":\"b\"".utf8), named: "a.json")
    #expect(results.map(Reading.line) == ["a@1", "unexpectedEnd@1:23"])
    #expect(endsSource(results.last) == false)
    #expect(try Reading.lines("[{\"id\":\"a\"}", named: "a.json") == ["a@1", "unexpectedEnd@1:12"])
    #expect(try Reading.lines("[{\"id\":\"a\"},", named: "a.json") == ["a@1", "unexpectedEnd@1:13"])
  }

  @Test(arguments: [
    (#"{"id":"b","id":"b"}"#, "duplicateKey@1:24"),
    (#"{"id":"b" "output":1}"#, "unexpectedByte@1:24"),
    (#"{"id":"\ud800"}"#, "unpairedSurrogate@1:21"),
    (#"{"id":"b","communes":[{"id":"]}\"["},]}"#, "trailingComma@1:50"),
    ("NaN", "nonFiniteNumber@1:14"),
    ("", "unexpectedByte@1:14"),
  ])
  func aBrokenElementDoesNotTakeTheNextAlong(_ element: String, _ rejection: String) throws {
    let array = "[{\"id\":\"a\"}, " + element + ",\n{\"id\":\"c\"}]"
    #expect(try Reading.lines(array, named: "a.json") == ["a@1", rejection, "c@2"])
  }

  @Test(arguments: [
    (#"{"id":"b"]"#, "unexpectedByte@1:23"),
    (#"{"id":"b"} {"id":"d"}"#, "unexpectedByte@1:25"),
    (#"{"id":"b}"#, "unexpectedEnd@2:13"),
  ])
  func anElementWithoutItsBracketEndsTheArray(_ element: String, _ rejection: String) throws {
    let array = "[{\"id\":\"a\"}, " + element + ",\n{\"id\":\"c\"}]"
    let lines = try Reading.lines(array, named: "a.json")
    #expect(lines.first == "a@1")
    #expect(!lines.contains("c@2"))
  }

  @Test func whatFollowsAnArrayIsRejected() throws {
    #expect(try Reading.lines("[{\"id\":\"a\"}]\n[]", named: "a.json") == ["a@1", "trailingBytes@2:1"])
  }

  private func endsSource(_ result: Result<LocatedRecord, Rejection>?) -> Bool? {
    if case .failure(let rejection)? = result { rejection.endsSource } else { nil }
  }
}
