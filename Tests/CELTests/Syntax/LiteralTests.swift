import CEL
import JSON
import Testing

@Suite struct LiteralTests {
  private func string(_ source: Text) throws -> Text {
    guard case .literal(.string(let text)) = try parse(source).root.kind else { throw UnexpectedTree() }
    return text
  }

  @Test(
    arguments: [
      (#"''"#, ""), (#""""#, ""), (#"''''''"#, ""), (#""""''"""""#, nil),
      (#"'a"b'"#, "a\"b"), (#"'''a'b''c'''"#, "a'b''c"), (#""""a"b""c""""#, "a\"b\"\"c"),
      ("'''a\nb\r\nc'''", "a\nb\r\nc"),
      (#"'\a\b\f\n\r\t\v\\\?\"\'\`'"#, "\u{7}\u{8}\u{C}\n\r\t\u{B}\\?\"'`"),
      (#"'\x41\X7a\u1ef7\U0001F62C\101\377'"#, "Azỷ😬Aÿ"),
      (#"'\ud83d\ude2c'"#, "😬"),
      (#"r'\n\x'"#, "\\n\\x"), (#"R"a\""#, "a\\"), (#"r'''a\'''"#, "a\\"),
      (#"'\''"#, "'"), (#"'''\''''"#, "'"), (#"'Đặng Thị'"#, "Đặng Thị"), (#"'a//b'"#, "a//b"),
    ] as [(Text, Text?)])
  func readsStrings(_ source: Text, _ expected: Text?) throws {
    guard let expected else { return #expect(!defects(source).isEmpty) }
    #expect(try string(source) == expected)
  }

  @Test(
    arguments: [
      ("b'a'", [0x61]), ("B\"é\"", [0xC3, 0xA9]), (#"b'\xff\377\000'"#, [0xFF, 0xFF, 0]),
      (#"br'\x'"#, [0x5C, 0x78]), (#"bR'''a'b'''"#, [0x61, 0x27, 0x62]),
    ] as [(Text, [UInt8])])
  func readsBytes(_ source: Text, _ expected: [UInt8]) throws {
    guard case .literal(.bytes(let bytes)) = try parse(source).root.kind else { throw UnexpectedTree() }
    #expect(bytes == expected)
  }

  @Test func takesThePrefixInOneOrderOnly() {
    #expect(!defects("rb'a'").isEmpty)
  }
}
