import CEL
import Evaluator
import JSON
import Records
import RulePacks
import RuleReview
import Testing

/// Findings on records that somebody answers for.
@Suite struct RecordWaiverTests {
  private static let pack = try? compiled()

  private static func compiled() throws -> CompiledPack {
    let temporary = try TemporaryPack.units(
      rules: [
        TemporaryPack.rule("score-high", #""kind": "threshold", "value": "score", "atLeast": 5"#),
        TemporaryPack.rule("share-high", #""kind": "threshold", "value": "share", "atLeast": 5"#),
        TemporaryPack.rule(
          "sent", #""kind": "deadline", "value": "sentOn", "onOrBefore": "2021-06-30""#),
      ].joined(separator: ","),
      awards: #"""
        { "id": "flag", "on": "unit", "title": { "vi": "T", "en": "T" }, "requires": { "all": ["score-high"] } }
        """#, cases: "")
    return try #require(PackLoader().load(folder: temporary.folder).pack)
  }

  private static func result(_ members: String, asOf: String = "2021-12-31") throws -> RecordResult {
    let pack = try #require(pack)
    let day = try CivilDate(Text(asOf))
    let bytes = Array("{ \"id\": \"u\", \(members) }".utf8)
    let record = try RecordDecoder(pack, typeName: "unit", asOf: day)
      .decode(bytes, in: RecordSource("u.ndjson"), line: 1).get().record
    guard case .judged(let result) = PackEvaluator(pack, asOf: day).evaluate(record) else {
      throw NoResult()
    }
    return result
  }

  private struct NoResult: Error {}

  private static func waivers(
    _ members: String..., until: String = "2021-12-31", isRestricted: Bool = false,
    asOf: String = "2021-12-31"
  ) throws -> RecordWaivers {
    let entries = members.map {
      """
      { \($0), "grounds": { "vi": "Bão", "en": "A typhoon" }, "by": "Thường trực", "until": "\(until)" }
      """
    }
    let text = "{ \"waivers\": [\n\(entries.joined(separator: ",\n"))\n] }"
    let file = WaiverFile(Array(text.utf8), path: "waivers.json")
    #expect(file.defects.isEmpty)
    return RecordWaivers(
      file, of: try #require(pack), isRestricted: isRestricted, asOf: try CivilDate(Text(asOf)))
  }

  /// The rules that are waived, and the messages on waivers.
  private static func found(
    _ waivers: RecordWaivers, _ result: RecordResult, key: Text = "u"
  ) throws -> (waived: [Text], messages: [Text]) {
    var waivers = waivers
    let pack = try #require(pack)
    let waived = waivers.waivers(of: result, key: key).keys.sorted().map { pack.rules[$0].id }
    return (waived, waivers.findings.compactMap(\.messageID))
  }

  @Test func letsPassWhatIsViolatedOrOpen() throws {
    let result = try Self.result(#""score": 4"#)
    let waivers = try Self.waivers(
      #""rule": "score-high", "record": "u""#, #""rule": "share-high", "record": "u", "type": "unit""#)
    let found = try Self.found(waivers, result)
    #expect(found.waived == ["score-high", "share-high"])
    #expect(found.messages.isEmpty)
    // A verdict is what it was.
    #expect(result.verdicts.map(\.standing) == [.ineligible])
  }

  @Test func speaksOfOneRecordOfOneTypeInOnePack() throws {
    let result = try Self.result(#""score": 4, "share": 6, "sentOn": "2021-05-05""#)
    for (members, messages) in [
      (#""rule": "score-high", "record": "v""#, ["waiver-unused.noSuchRecord"]),
      (#""rule": "score-high", "record": "u", "type": "person""#, ["waiver-unused.noSuchRecord"]),
      (#""rule": "score-high", "record": "u", "pack": "q""#, []),
      (#""rule": "share-high", "record": "u""#, ["waiver-unused.met"]),
      (#""rule": "score-hihg", "record": "u""#, ["waiver-unused.unknownRule"]),
      (#""rule": "score-high""#, ["waiver-unused.namesNoRecord"]),
      (#""rule": "unused-field""#, []),
    ] as [(String, [Text])] {
      let found = try Self.found(Self.waivers(members), result)
      #expect(found.waived.isEmpty, "\(members)")
      #expect(found.messages == messages, "\(members)")
    }
  }

  @Test func aWrongRuleIsGuessed() throws {
    let findings = try Self.waivers(#""rule": "score-hihg", "record": "u""#).findings
    #expect(findings.map(\.suggestion) == ["score-high"])
    #expect(findings.first?.place?.line == 2)
  }

  /// A check that asks for one award alone says nothing of rules that it does not ask.
  @Test func rulesThatAreNotAskedAreNotMissed() throws {
    #expect(
      try Self.waivers(#""rule": "of-another-award", "record": "u""#, isRestricted: true).findings.isEmpty)
  }

  @Test func holdsUntilItsLastDay() throws {
    let result = try Self.result(#""score": 4"#)
    let members = #""rule": "score-high", "record": "u""#
    let last = try Self.found(Self.waivers(members, until: "2021-12-31"), result)
    #expect(last.waived == ["score-high"] && last.messages.isEmpty)
    let late = try Self.found(Self.waivers(members, until: "2021-12-30"), result)
    #expect(late.waived.isEmpty && late.messages == ["waiver-expired.record"])
  }

  /// Of two waivers the one in force counts, wherever it stands.
  @Test func aNewWaiverMayStandBesideAnExpiredOne() throws {
    let file = WaiverFile(
      Array(
        #"""
        { "waivers": [
          { "rule": "score-high", "record": "u", "grounds": { "vi": "A", "en": "A" }, "by": "A", "until": "2021-06-30" },
          { "rule": "score-high", "record": "u", "grounds": { "vi": "B", "en": "B" }, "by": "B", "until": "2022-06-30" }
        ] }
        """#.utf8), path: "waivers.json")
    var waivers = RecordWaivers(file, of: try #require(Self.pack), asOf: try CivilDate("2021-12-31"))
    #expect(waivers.waivers(of: try Self.result(#""score": 4"#), key: "u").values.map(\.by) == ["B"])
    #expect(waivers.findings.map(\.rule) == ["waiver-expired"])
  }

  /// What is not due yet is neither waived nor needless.
  @Test func waitsForWhatIsNotDue() throws {
    let result = try Self.result(#""score": 6, "share": 6"#, asOf: "2021-06-01")
    let waivers = try Self.waivers(#""rule": "sent", "record": "u""#, asOf: "2021-06-01")
    let found = try Self.found(waivers, result)
    #expect(found.waived.isEmpty && found.messages.isEmpty)
  }

  @Test func aRejectedRecordLeavesItsWaiverOpen() throws {
    var waivers = try Self.waivers(#""rule": "score-high", "record": "u""#)
    waivers.pass(type: nil, key: "u")
    #expect(waivers.findings.isEmpty)
  }
}

extension ReviewFinding {
  fileprivate var messageID: Text? {
    if case .message(let message) = content { message.id } else { nil }
  }
}
