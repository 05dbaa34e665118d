import JSON
import Testing

@testable import Records

/// A source gives the same documents, places and errors in whatever pieces it comes.
@Suite struct ChunkingTests {
  static let lines = [
    "{\"id\":\"xã Ba Tơ\",\"n\":-1.5e3}\r\n\r\n  \n{\"t\":true,\"f\":false,\"z\":null}\n{\"broken\":\n[1,2]\n{\"x\":\"\\u00e0\"}",
    "\n\n{\"a\":1}\n", "{\"a\":1}", "", "\n", "{\"a\":\"\u{1F600}\"}\n\u{0B}\n12345\nnul\n",
  ]
  static let documents = [
    " [ {\"id\":\"xã Ba Tơ\",\"n\":-1.5e3} ,\r\n true , false,null, 12345 ,\"\\u00e0\\ud83d\\ude00\" ] \n",
    "[{\"a\":1},{\"a\":1,\"a\":2},{\"b\":[1,2,{\"c\":\"]\"}]},NaN,tru,{\"x\" 1}, 7 8]",
    "{\"id\":\"xã Ba Tơ\",\n \"n\":12} ", "{} x", "[", "[1", "[1,", "[-", "12345", "[\"ab", "\u{FEFF}{}",
    "[[[]",
    "[{\"a\":\"x\ny\"},1]",
  ]

  @Test(arguments: lines)
  func linesComeOutAlike(_ text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try Reading.documents(bytes, named: "a.ndjson", pieceSize: 1 << 20)
    for size in 1...max(1, bytes.count) {
      #expect(try Reading.documents(bytes, named: "a.ndjson", pieceSize: size) == whole, "pieces of \(size)")
    }
  }

  @Test(arguments: documents + lines)
  func documentsComeOutAlike(_ text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try Reading.documents(bytes, named: "a.json", pieceSize: 1 << 20)
    for size in 1...max(1, bytes.count) {
      #expect(try Reading.documents(bytes, named: "a.json", pieceSize: size) == whole, "pieces of \(size)")
    }
  }

  @Test func blankLinesAndReturnsArePassedOver() throws {
    #expect(
      try Reading.lines("\r\n{\"id\":\"a\"}\r\n\r\n \t\n{\"id\":\"b\"}\n{\"id\":\"c\"}") == [
        "a@2", "b@5", "c@6",
      ])
  }

  @Test func recordsBeyondAPieceKeepTheirPlaces() throws {
    let filler = String(repeating: "ơ", count: 100)
    let lines = (1...200).map { "{\"id\":\"\(filler)\($0)\"}" }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let documents = try Reading.documents(bytes, named: "a.ndjson", pieceSize: 64)
    #expect(documents.count == 200)
    #expect(documents.last?.hasSuffix("line: 200, column: 1)") == true)
    #expect(documents == (try Reading.documents(bytes, named: "a.ndjson", pieceSize: 1 << 20)))
  }

  @Test func aFileWithoutAKnownNameIsReadByItsFirstLine() throws {
    #expect(try Reading.lines("{\"id\":\"a\"}\n{\"id\":\"b\"}", named: "records") == ["a@1", "b@2"])
    #expect(try Reading.lines("{\n\"id\":\"a\"}", named: "records") == ["a@1"])
    #expect(try Reading.lines("[{\"id\":\"a\"},\n{\"id\":\"b\"}]", named: "records") == ["a@1", "b@2"])
  }

  @Test func aLineBeyondTheLimitIsRejectedAndTheNextIsRead() throws {
    let limits = JSONLimits(length: 30)
    let text = "{\"a\":1}\n{\"a\":\"\(String(repeating: "x", count: 100))\"}\n{\"a\":2}"
    for size in [1, 7, 1 << 20] {
      let file = try TemporaryFile("a.ndjson", text.utf8)
      var reader = try DocumentReader(file.source, pieceSize: size, limits: limits)
      var codes: [JSONErrorCode?] = []
      while let document = try reader.next() {
        if case .failure(let broken) = document { codes.append(broken.error.code) } else { codes.append(nil) }
      }
      #expect(codes == [nil, .tooLong, nil], "pieces of \(size)")
    }
  }

  @Test func anElementBeyondTheLimitIsRejectedAndTheNextIsRead() throws {
    let limits = JSONLimits(length: 30)
    let text = "[1,{\"a\":\"\(String(repeating: "x", count: 100))\"},2]"
    for size in [1, 7, 1 << 20] {
      let file = try TemporaryFile("a.json", text.utf8)
      var reader = try DocumentReader(file.source, pieceSize: size, limits: limits)
      var codes: [JSONErrorCode?] = []
      while let document = try reader.next() {
        if case .failure(let broken) = document { codes.append(broken.error.code) } else { codes.append(nil) }
      }
      #expect(codes == [nil, .tooLong, nil], "pieces of \(size)")
    }
  }
}
