import JSON
import Testing

@testable import RulePacks

@Suite struct LiteralMapTests {
  /// Every byte of the decoded text must come from where it was written, whatever escapes stand before it.
  @Test(arguments: [
    #""plain""#, #""a\"b\\c""#, #""\u0061\u00e9\u20ac\ud83d\ude00x""#, #""độ \n che \t phủ""#, #""""#,
    #""\u0000""#,
  ])
  func placesOfDecodedBytesAreFound(_ literal: String) throws {
    let document = try JSONDocument.parse(Array("[1, \(literal)]".utf8))
    let node = try #require(Array(document.root.elements).last)
    let text = try #require(node.text)
    let map = LiteralMap(node)
    var place = 0
    for character in text.string.unicodeScalars {
      let length = String(character).utf8.count
      let range = map.range(ofDecoded: place..<(place + length))
      let written = Text(utf8: [UInt8(ascii: "\"")] + document.bytes[range] + [UInt8(ascii: "\"")])
      #expect(try JSONDocument.parse(written.utf8).root.text == Text(String(character)))
      place += length
    }
    #expect(
      map.range(ofDecoded: 0..<text.utf8.count) == (node.range.lowerBound + 1)..<(node.range.upperBound - 1))
  }

  @Test func whatIsNoStringIsPointedAtWhole() throws {
    let document = try JSONDocument.parse(Array("[12.5]".utf8))
    let node = try #require(Array(document.root.elements).first)
    #expect(LiteralMap(node).range(ofDecoded: 1..<2) == 1..<5)
  }
}
