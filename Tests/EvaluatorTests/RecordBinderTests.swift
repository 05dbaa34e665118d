import CEL
import Evaluator
import JSON
import Testing

@Suite struct RecordBinderTests {
  static let defects: [(Text, RecordDefect.Code, Text)] = [
    (#"{"id": "x", "figures": {"cover": "29.835"}}"#, .numberAsText, "figures.cover"),
    (#"{"id": "x", "figures": {"herd": 1.5}}"#, .notAnInteger, "figures.herd"),
    (#"{"id": "x", "figures": {"cover": 123456789012345678901234567890}}"#, .tooManyDigits, "figures.cover"),
    (#"{"id": "x", "figures": {"cover": 1e999}}"#, .tooManyDigits, "figures.cover"),
    (#"{"id": "x", "figures": []}"#, .wrongType, "figures"),
    (#"{"id": "x", "a": "true"}"#, .wrongType, "a"),
    (#"{"id": 7}"#, .wrongType, "id"),
    (#"{"id": "x", "heldOn": "2021-02-30"}"#, .notADate, "heldOn"),
    (#"{"id": "x", "grade": "god"}"#, .notAMember, "grade"),
    (#"{"id": "x", "schools": [{"id": "s"}, {"id": "s"}]}"#, .duplicateItem, "schools[1]"),
    (#"{"id": "x", "schools": [{}, {}, {}, {}, {}]}"#, .tooManyItems, "schools"),
    (#"{"id": "x", "note": "mười một chữ cái"}"#, .tooLong, "note"),
    (#"{"a": true}"#, .keyMissing, "id"),
  ]

  @Test(arguments: defects.indices) func defect(_ index: Int) throws {
    let (json, code, path) = Self.defects[index]
    let bound = try TestPack.bind(json)
    #expect(bound.record == nil)
    #expect(bound.defects.contains { $0.code == code && $0.path == path }, "\(bound.defects)")
  }

  @Test func allDefectsAreReported() throws {
    let bound = try TestPack.bind(#"{"id": "x", "a": 1, "heldOn": "31/12/2021", "figures": {"cover": "3"}}"#)
    #expect(bound.defects.map(\.path) == ["a", "heldOn", "figures.cover"])
    #expect(bound.defects.map(\.position.line) == [1, 1, 1])
  }

  @Test func aMemberIsSuggested() throws {
    let bound = try TestPack.bind(#"{"id": "x", "grade": "god"}"#)
    #expect(bound.defects.first?.suggestion == "good")
  }

  @Test func anUndeclaredFieldIsWarnedOf() throws {
    let bound = try TestPack.bind(#"{"id": "x", "figures": {"covr": 1}}"#)
    #expect(bound.record != nil)
    #expect(bound.warnings.map(\.code) == [.undeclaredField])
    #expect(bound.warnings.first?.suggestion == "cover")
    #expect(bound.warnings.first?.path == "figures.covr")
  }

  @Test func aFactAfterTheDayOfKnowledgeIsNotGiven() throws {
    let bound = try TestPack.bind(#"{"id": "x", "heldOn": "2022-01-01", "planUntil": "2022-06-30"}"#)
    let record = try #require(bound.record)
    #expect(bound.warnings.map(\.code) == [.afterAsOf])
    #expect(record.slots[try #require(record.type.slot(of: "heldOn"))] == nil)
    #expect(record.slots[try #require(record.type.slot(of: "planUntil"))] != nil)
  }

  @Test(arguments: ["null", #""""#, #""   ""#]) func blankIsNotGiven(value: String) throws {
    let record = try #require(try TestPack.bind(Text(#"{"id": "x", "note": \#(value)}"#)).record)
    #expect(record.slots[try #require(record.type.slot(of: "note"))] == nil)
  }

  @Test func aDefaultStandsIn() throws {
    let record = try #require(try TestPack.bind(#"{"id": "x"}"#).record)
    guard case .int(3)? = record.slots[try #require(record.type.slot(of: "count"))] else {
      Issue.record("no default")
      return
    }
  }
}
