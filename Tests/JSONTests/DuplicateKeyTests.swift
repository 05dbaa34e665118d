import Testing

@testable import JSON

@Suite struct DuplicateKeyTests {
  @Test func namesBothPlaces() throws {
    let error = try #require(refusal(of: "{\"một\": 1,\n \"b\": {\"một\": 2},\n \"m\\u1ed9t\": 3}"))
    #expect(error.code == .duplicateKey)
    #expect(error.key == "một")
    #expect(error.related == JSONPosition(byte: 1, line: 1, column: 2))
    #expect(error.position.line == 3)
    #expect(error.position.column == 2)
  }

  @Test(arguments: [
    #"{"":1,"":2}"#, #"{"a":1,"\u0061":2}"#, #"{"\n":1,"\u000a":2}"#, #"[{"a":{"b":1,"b":1}}]"#,
  ])
  func comparesDecodedKeys(_ source: String) {
    #expect(refusal(of: source)?.code == .duplicateKey)
  }

  @Test(arguments: [
    #"{"a":{"a":{"a":1}},"b":{"a":1}}"#, #"[{"a":1},{"a":1}]"#,
    #"{"a":1,"A":2,"a ":3,"":4,"\u0000":5,"a\u0000":6}"#,
    "{\"e\u{301}\": 1, \"\u{E9}\": 2}",
  ])
  func tellsOtherKeysApart(_ source: String) {
    #expect(refusal(of: source) == nil)
  }

  /// Sizes on both sides of each way to compare.
  @Test(arguments: [2, 7, 12, 31, 32, 33, 34, 500, 5_000])
  func findsTheFirstRepetition(count: Int) throws {
    let keys = (0..<count).map { "key number \($0)" }
    #expect(refusal(of: object(keys)) == nil)
    for (earlier, later) in [(0, count - 1), (0, 1), (count - 2, count - 1), (count / 2, count - 1)]
    where earlier < later {
      var repeated = keys
      repeated[later] = keys[earlier]
      let error = try #require(refusal(of: object(repeated)))
      #expect(error.key == Text(keys[earlier]))
      #expect(error.related?.line == earlier + 2)
      #expect(error.position.line == later + 2)
    }
  }

  /// Keys that crowd one part of the hash table are sorted instead.
  @Test func survivesCrowdedDigests() throws {
    let keys = (0..<40_000).map { "k\($0)" }.filter { KeyDigest(of: Array($0.utf8)).value >> 29 == 5 }
    #expect(keys.count > 1_000)
    #expect(refusal(of: object(keys)) == nil)
    let error = try #require(refusal(of: object(keys + [keys[7], keys[3]])))
    #expect(error.key == Text(keys[7]))
    #expect(error.related?.line == 9)
    #expect(error.position.line == keys.count + 2)
  }

  /// The digest of a key is the same however the key is written and read.
  @Test(arguments: 0..<40)
  func digestsAlikeHoweverWritten(length: Int) throws {
    let key = String(repeating: "abcdefghijklmnopqrstu\u{1EC7}", count: 2).prefix(length)
    let escaped = key.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    for source in ["{\"\(key)\":1}", "{\"\(key)\":1}          ", "{\"\(escaped)\":1}"] {
      #expect(try parse(source)[Text(String(key))]?.int64 == 1)
    }
    #expect(refusal(of: "{\"\(key)\":1,\"\(escaped)\":2}")?.code == .duplicateKey)
  }

  /// One member a line, the first in line 2.
  private func object(_ keys: [String]) -> String {
    "{\n" + keys.map { "\"\($0)\": 0" }.joined(separator: ",\n") + "}"
  }
}
