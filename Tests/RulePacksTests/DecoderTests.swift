import CEL
import JSON
import RulePacks
import Testing

@Suite struct DecoderTests {
  private struct Sample: Decodable, Equatable {
    var name: Text
    var title: LocalizedText
    var count: Int64
    var small: UInt8?
    var share: Double
    var flag: Bool
    var tags: [String]
    var grid: [[Int]]
    var inner: Inner?

    struct Inner: Decodable, Equatable {
      var only: Text
    }
  }

  private func node(_ text: String) throws -> JSONNode { try JSONDocument.parse(Array(text.utf8)).root }

  @Test func decodesEveryKindOfValue() throws {
    let sample = try JSONNodeDecoder.decode(
      Sample.self,
      from: node(
        """
        { "name": "tê\\u0301n", "title": { "vi": "a", "en": "b" }, "count": 2e3, "share": 0.5, "flag": true,
          "tags": ["x", "y"], "grid": [[1, 2], []], "inner": { "only": "z" }, "unread": null }
        """))
    #expect(sample.name == "tê\u{301}n")
    #expect(sample.title == LocalizedText(vi: "a", en: "b"))
    #expect(sample.count == 2000)
    #expect(sample.small == nil)
    #expect(sample.share == 0.5)
    #expect(sample.flag)
    #expect(sample.tags == ["x", "y"])
    #expect(sample.grid == [[1, 2], []])
    #expect(sample.inner?.only == "z")
  }

  @Test(arguments: [
    (#"{ "only": 1 }"#, 1, 11, nil as Text?), (#"{ "only": null }"#, 1, 11, nil), ("{\n }", 1, 1, "only"),
    ("[]", 1, 1, nil), ("\n  7", 2, 3, nil),
  ])
  func failuresPointAtTheirPlace(_ text: String, _ line: Int, _ column: Int, _ missing: Text?) throws {
    let root = try node(text)
    #expect(throws: DecodingFailure.self) { try JSONNodeDecoder.decode(Sample.Inner.self, from: root) }
    do {
      _ = try JSONNodeDecoder.decode(Sample.Inner.self, from: root)
    } catch {
      #expect((error.position.line, error.position.column) == (line, column))
      #expect(error.missing == missing)
    }
  }

  @Test func failuresInArraysPointAtTheElement() throws {
    let root = try node("[[1, 2],\n [3, 4.5]]")
    do {
      _ = try JSONNodeDecoder.decode([[Int]].self, from: root)
      Issue.record("4.5 is no Int")
    } catch {
      #expect(error.position.line == 2)
      #expect(error.position.column == 6)
    }
  }

  @Test(arguments: ["256", "-1", "1e30", "1.5"])
  func integersOutOfRangeAreRefused(_ text: String) throws {
    let root = try node(text)
    #expect(throws: DecodingFailure.self) { try JSONNodeDecoder.decode(UInt8.self, from: root) }
  }

  @Test func theLargestUnsignedIntegerIsRead() throws {
    let root = try node("18446744073709551615")
    #expect(try JSONNodeDecoder.decode(UInt64.self, from: root) == .max)
  }
}
