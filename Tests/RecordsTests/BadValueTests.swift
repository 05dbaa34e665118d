import CEL
import Evaluator
import JSON
import Testing

@testable import Records

/// JSON that is not in the shape of its record type: every defect of a record at once, nothing guessed.
@Suite struct BadValueTests {
  @Test(arguments: [
    (#""output":1e999"#, "output:tooManyDigits"),
    (#""output":123456789012345678901234567890"#, "output:tooManyDigits"),
    (#""output":0.1234567891"#, "output:tooManyDigits"),
    (#""output":"29.835""#, "output:numberAsText"),
    (#""year":"2021""#, "year:numberAsText"),
    (#""output":true"#, "output:wrongType"),
    (#""output":{}"#, "output:wrongType"),
    (#""year":2021.5"#, "year:notAnInteger"),
    (#""year":1e30"#, "year:notAnInteger"),
    (#""on":"2021-02-30""#, "on:notADate"),
    (#""on":"31/12/2021""#, "on:notADate"),
    (#""on":20211231"#, "on:wrongType"),
    (#""term":"2021-Q5""#, "term:notAPeriod"),
    (#""at":"2021-12-31""#, "at:notATimestamp"),
    (#""isReady":"yes""#, "isReady:wrongType"),
    (#""grade":"god""#, "grade:notAMember"),
    (#""communes":{}"#, "communes:wrongType"),
    (#""communes":["ba-vi"]"#, "communes[0]:wrongType"),
    (#""communes":[{"id":"a"},{"id":"a"}]"#, "communes[1]:duplicateItem"),
    (#""communes":[{},{},{},{}]"#, "communes:tooManyItems"),
    (#""communes":[{"id":"a","criteria":"9"}]"#, "communes.a.criteria:numberAsText"),
  ])
  func aValueOutOfShapeRejectsItsRecordOnly(_ member: String, _ defect: String) throws {
    let results = try Reading.all(Array("{\"id\":\"a\",\(member)}\n{\"id\":\"next\"}".utf8))
    #expect(results.count == 2)
    guard case .failure(let rejection)? = results.first, case .success(let next)? = results.last else {
      Issue.record("the first record should be rejected and the second read")
      return
    }
    #expect(Reading.code(rejection.reason) == defect)
    #expect(rejection.key?.text == "a")
    #expect(next.key.text == "next")
  }

  @Test func everyDefectOfARecordIsToldWithItsPlace() throws {
    let text = "{\n  \"id\": \"a\",\n  \"on\": \"2021-02-30\",\n  \"year\": \"2021\"\n}"
    guard case .failure(let rejection)? = try Reading.all(Array(text.utf8), named: "a.json").first,
      case .defects(let defects) = rejection.reason
    else {
      Issue.record("the record should be rejected for its values")
      return
    }
    #expect(defects.map(\.code) == [.notADate, .numberAsText])
    #expect(defects.map(\.position.line) == [3, 4])
    #expect(defects.map(\.position.column) == [9, 11])
    #expect((rejection.place.line, rejection.place.column) == (3, 9))
  }

  @Test(arguments: [
    ("-0", "0"), ("0.10", "0.1"), ("1E2", "100"), ("123456789012345678", "123456789012345678"),
    ("0.123456789", "0.123456789"),
  ])
  func numbersAreReadExactly(_ written: String, _ read: String) throws {
    let results = try Reading.all(Array("{\"id\":\"a\",\"output\":\(written)}".utf8))
    guard case .success(let located)? = results.first, case .decimal(let output)? = located.record.slots[1]
    else {
      Issue.record("the number should be read")
      return
    }
    #expect(output.text == Text(read))
  }

  @Test(arguments: [#"{"output":1}"#, #"{"id":null}"#, #"{"id":"  "}"#])
  func aRecordWithoutItsKeyIsRejected(_ record: String) throws {
    #expect(try Reading.lines(record) == ["id:keyMissing@1:1"])
  }

  @Test func anUndeclaredFieldIsWarnedOfWithTheNameThatWasMeant() throws {
    guard case .success(let located)? = try Reading.all(Array(#"{"id":"a","outptu":1}"#.utf8)).first else {
      Issue.record("the record should be read")
      return
    }
    #expect(located.warnings.map(\.code) == [.undeclaredField])
    #expect(located.warnings.first?.suggestion == "output")
    #expect(located.warnings.first?.position.column == 11)
  }

  @Test func aFactAfterTheDayOfKnowledgeIsNotGiven() throws {
    guard case .success(let located)? = try Reading.all(Array(#"{"id":"a","on":"2022-01-01"}"#.utf8)).first
    else {
      Issue.record("the record should be read")
      return
    }
    #expect(located.warnings.map(\.code) == [.afterAsOf])
    #expect(located.record.slots[3].isGiven == false)
  }
}

extension Value? {
  fileprivate var isGiven: Bool { if case .some = self { true } else { false } }
}
