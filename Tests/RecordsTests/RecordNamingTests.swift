import JSON
import Testing

@testable import Records

/// Types and keys of records, over one source and several.
@Suite struct RecordNamingTests {
  @Test func twoRecordsOfOneKeyNameBothPlaces() throws {
    let first = try TemporaryFile("a.ndjson", "{\"id\":\"x\"}\n{\"id\":\"y\"}\n".utf8)
    let second = try TemporaryFile("b.json", "[{\"id\":\"z\"},\n {\"id\":\"y\"},\n {\"id\":\"y\"}]".utf8)
    #expect(
      try Reading.all([first.source, second.source]).map(Reading.line) == [
        "x@1", "y@2", "z@1", "duplicateKey(y, a.ndjson:2)@2", "duplicateKey(y, a.ndjson:2)@3",
      ])
  }

  @Test func recordsOfTwoTypesMayShareAKey() throws {
    let lines = """
      {"type":"unit","id":"x"}
      {"type":"rating","unitId":"x","year":2021}
      {"type":"rating","unitId":"x","year":2020}
      {"type":"rating","unitId":"x","year":2021}
      """
    #expect(
      try Reading.lines(lines, typeName: nil) == [
        "x@1", "x/2021@2", "x/2020@3", "duplicateKey(x/2021, a.ndjson:2)@4",
      ])
  }

  @Test(arguments: [
    (#"{"id":"x"}"#, "typeMissing@1:1"),
    (#"{"type":null,"id":"x"}"#, "typeMissing@1:9"),
    (#"{"type":"units","id":"x"}"#, "typeUnknown(units, unit)@1:9"),
    (#"{"type":5,"id":"x"}"#, "type:wrongType@1:9"),
    (#"{"type":"commune","id":"x"}"#, "typeUnknown(commune, -)@1:9"),
  ])
  func aRecordMustTellItsType(_ record: String, _ rejection: String) throws {
    #expect(try Reading.lines(record, typeName: nil) == [rejection])
  }

  @Test func theTypeOfARecordPrecedesTheOneThatIsGiven() throws {
    #expect(
      try Reading.lines(#"{"type":"rating","unitId":"x","year":2021}"#, typeName: "unit") == ["x/2021@1"])
  }
}
