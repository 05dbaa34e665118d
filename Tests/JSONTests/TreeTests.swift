import JSON
import Testing

@Suite struct TreeTests {
  @Test func tellsKinds() throws {
    let root = try parse(#"[null, true, false, 12.50, "a", [1], {"k": 2}]"#)
    #expect(root.elements.map(\.kind) == [.null, .boolean, .boolean, .number, .string, .array, .object])
    #expect(root.elements.map(\.bool) == [nil, true, false, nil, nil, nil, nil])
    #expect(root.elements.map(\.count) == [0, 0, 0, 0, 0, 1, 1])
  }

  @Test func findsMembersByDecodedKey() throws {
    let root = try parse(#"{"a": 1, "b\u00e9": {"a": 2, "c": [3, {"d": 4}]}, "": 5}"#)
    #expect(root["a"]?.int64 == 1)
    #expect(root["bé"]?["c"]?.elements.map(\.kind) == [.number, .object])
    #expect(root[""]?.int64 == 5)
    #expect(root["d"] == nil)
    #expect(root["a"]?["a"] == nil)
    #expect(root.members.map(\.key) == ["a", "bé", ""])
    #expect(root.elements.isEmpty)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20ac""#, "Aé€"),
    (#""\ud83d\ude00 \uDBFF\uDFFF""#, "😀 \u{10FFFF}"), (#""\u0000""#, "\0"),
    (#""Tỷ lệ che phủ rừng 😀""#, "Tỷ lệ che phủ rừng 😀"),
  ])
  func decodesStrings(source: String, text: String) throws {
    let node = try parse(source)
    #expect(node.text == Text(text))
    #expect(node.isString(Text(text)))
    #expect(!node.isString(Text(text + "x")))
  }

  @Test(arguments: [
    "0", "-0", "1e999", "123456789012345678901234567890", "0.10", "1E+2", "-12.5e-300",
    "1e999999999999999999999",
  ])
  func keepsNumbersAsWritten(text: String) throws {
    #expect(try parse("[ \(text) ]").elements.map(\.numberText) == [Text(text)])
  }

  @Test func givesRanges() throws {
    let source = #" {"kéy" : [1, "two"] }"#
    let root = try parse(source)
    let list = try #require(root["kéy"])
    #expect(Text(utf8: list.source).string == #"[1, "two"]"#)
    #expect(list.keyRange == 2..<8)
    #expect(root.range == 1..<source.utf8.count)
    #expect(root.keyRange == nil)
  }

  @Test func givesPositionsInCharacters() throws {
    let root = try parse("{\r\n  \"đơn vị\": [\n    \"ữ\", 7 ] }")
    let list = try #require(root["đơn vị"])
    #expect(list.keyPosition == JSONPosition(byte: 5, line: 2, column: 3))
    #expect(list.position.line == 2)
    #expect(list.position.column == 13)
    let last = try #require(list.elements.map(\.position).last)
    #expect(last.line == 3)
    #expect(last.column == 10)
  }

  @Test func readsPartOfALargerBuffer() throws {
    let bytes = Array("{\"a\":1}\n{\"a\": 2}\n".utf8)
    let origin = JSONPosition(byte: 1008, line: 42, column: 1)
    let document = try JSONDocument.parse(bytes, in: 8..<16, origin: origin)
    let node = try #require(document.root["a"])
    #expect(node.int64 == 2)
    #expect(node.range == 14..<15)
    #expect(node.position == JSONPosition(byte: 1014, line: 42, column: 7))
  }

  @Test func placesErrorsInALargerBuffer() throws {
    let bytes = Array("[1]\n[1,x]\n".utf8)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument.parse(bytes, in: 4..<9, origin: JSONPosition(byte: 4, line: 2, column: 1))
    }
    #expect(error?.position == JSONPosition(byte: 7, line: 2, column: 4))
  }

  @Test func readsOneValueAndLeavesTheRest() throws {
    var parser = JSONParser()
    let bytes = Array(#" {"a": [1]} , 5"#.utf8)
    let document = try parser.parsePrefix(of: bytes)
    #expect(document.root.range == 1..<11)
    #expect(try parser.parsePrefix(of: bytes, in: 13..<bytes.count).root.int64 == 5)
  }

  @Test func reusesAParserAfterAnError() throws {
    var parser = JSONParser()
    #expect(throws: JSONError.self) { try parser.parse(Array(#"{"a":{"b":[1"#.utf8)) }
    let root = try parser.parse(Array(#"{"b":1,"a":2}"#.utf8)).root
    #expect(root.members.map(\.int64) == [1, 2])
  }

  @Test func writesPointers() throws {
    let root = try parse(#"{"a/b": [0, {"m~n": 1}], "c": 2}"#)
    let list = try #require(root["a/b"])
    let deep = try #require(list.elements.compactMap { $0["m~n"] }.first)
    #expect(root.pointer == "")
    #expect(list.pointer == "/a~1b")
    #expect(deep.pointer == "/a~1b/1/m~0n")
    #expect(root["c"]?.pointer == "/c")
  }
}
