import CEL
import Evaluator
import Foundation
import JSON
import Populations
import RulePacks
import RuleReview
import Testing

/// Records that are made to order: each is judged once more from its text alone.
@Suite struct WitnessTests {
  private static func opened(_ pack: TemporaryPack, asOf: String = "2021-12-31") throws -> (
    CompiledPack, WitnessReview
  ) {
    try opened(folder: pack.folder, asOf: asOf)
  }

  private static func opened(folder: String, asOf: String) throws -> (CompiledPack, WitnessReview) {
    let place = try #require(PackPlace(folder))
    let inspection = PackLoader().inspect(manifest: place.manifest, from: place.files)
    let pack = try #require(inspection.loading.pack, "\(inspection.loading.defects)")
    let day = try CivilDate(Text(asOf))
    return (pack, try #require(WitnessReview(inspection, from: place.files, asOf: day)))
  }

  /// What a pack says of the first of a list of records, read from their text and judged together.
  private static func judged(_ witness: Witness, _ pack: CompiledPack) throws -> RecordResult {
    let evaluator = PackEvaluator(pack, asOf: witness.asOf)
    let records = try ([witness.record] + witness.related).map { try read($0, pack, witness.asOf) }
    var index = RelationIndex(pack)
    for record in records { index.add(record) }
    var state = PopulationState(evaluator)
    for (ordinal, record) in records.enumerated() {
      guard case .judged(let result) = evaluator.evaluate(index.joined(record)) else {
        throw WitnessFailure.notInForce
      }
      state.add(result, key: record.keyText, ordinal: ordinal)
    }
    let judge = PopulationJudge(evaluator, index, state.decided())
    guard case .judged(let result) = judge.evaluate(records[0], key: records[0].keyText) else {
      throw WitnessFailure.notInForce
    }
    return result
  }

  private static func read(_ value: JSONValue, _ pack: CompiledPack, _ asOf: CivilDate) throws -> RecordValue
  {
    let document = try JSONDocument.parse(bytes(value))
    let type = try #require(pack.recordTypes.first { document.root["type"]?.isString($0.name) ?? false })
    let bound = RecordBinder(schema: pack.schema, asOf: asOf).bind(
      document.root, as: type, ignoring: ["type"])
    #expect(bound.warnings.isEmpty)
    return try #require(bound.record)
  }

  private static func bytes(_ record: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(record)
    return writer.takeBytes()
  }

  /// The rules that the record of `violating` breaks.
  private static func broken(_ rule: Text, _ pack: CompiledPack, _ review: WitnessReview) throws -> [Text] {
    let place = try #require(pack.rules.firstIndex { $0.id == rule })
    let result = try judged(try review.violating(place).get(), pack)
    return result.findings.filter { $0.outcome == .violated }.map { pack.rules[$0.rule].id }
  }

  static let requirements = [
    "score >= 50.5", "share > 10 && share < 10.2", "kind == 'commune'", "kind in ['commune']", "!hasPlan",
    "has(score) ? score < 3 : false", "sentOn > decidedOn", "days(decidedOn, sentOn) <= 5",
    "sentOn.year() == 2020 && decidedOn.addMonths(2) == sentOn", "percent(share, score) >= 80",
    "ratio(score, share) == 2.5", "size(themes) == 3", "'forest' in themes", "!('forest' in themes)",
    "themes.exists(t, t.startsWith('for'))", "themes.existsAtLeast(2, t, fold(t) == 'rừng')",
    "['a', 'b'].all(t, themes.exists(u, u == t))", "size(themes.filter(t, t != 'x')) >= 2",
    "score + share == 7 && share == 2", "cel.bind(s, score * 2.0, s == 9)",
    "themes.all(t, t == 'x') && size(themes) > 1", "period('2021-Q3').contains(sentOn)",
    "(hasPlan || score > 3) && !(hasPlan && score > 3)", "themes.exists_one(t, t == 'x') && size(themes) > 2",
    "themes.exists(t, t == 'x') && [2, 3].exists(t, score == t)",
  ]

  @Test(arguments: requirements) func requirementsAreMetAndBroken(_ requirement: String) throws {
    let rule = TemporaryPack.rule("r", #""kind": "expression", "holds": "\#(requirement)""#)
    let award =
      #"{ "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "requires": { "all": ["r"] } }"#
    let temporary = try TemporaryPack.units(rules: rule, awards: award, cases: "")
    let (pack, review) = try Self.opened(temporary)
    let result = try Self.judged(try review.eligible(for: 0).get(), pack)
    #expect(result.verdicts.map(\.standing) == [.eligible])
    #expect(try Self.broken("r", pack, review) == ["r"])
  }

  @Test func survey() throws {
    let temporary = try TemporaryPack.units(
      rules: [
        TemporaryPack.rule("high", #""kind": "threshold", "value": "score", "atLeast": 6"#),
        TemporaryPack.rule("higher", #""kind": "threshold", "value": "score", "atLeast": 9"#),
      ].joined(separator: ","),
      awards:
        #"{ "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "requires": { "all": ["high"] } }"#,
      cases: "")
    let survey = try Self.opened(temporary).1.survey()
    #expect(survey.awards.map(\.failure) == [nil])
    #expect(survey.rules.map(\.failure) == [.breaksAnother("higher"), nil])
    #expect(!survey.isComplete)
  }

  @Test func noMemberCanBeLeftOut() throws {
    let temporary = try TemporaryPack.units(
      rules: TemporaryPack.rule("r", #""kind": "threshold", "value": "score", "atLeast": 5"#) + ","
        + TemporaryPack.rule("s", #""kind": "threshold", "value": "share", "atLeast": 5"#),
      awards:
        #"{ "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "requires": { "any": ["r", "s"] } }"#,
      cases: "")
    let (_, review) = try Self.opened(temporary)
    let witness = try review.eligible(for: 0).get()
    #expect(
      String(decoding: Self.bytes(witness.record), as: UTF8.self)
        == #"{"type":"unit","id":"vi-du","score":5}"#)
  }

  /// Beside other criteria a choice whose rules don't bind the record is no obstacle, as when it is judged.
  @Test(arguments: ["kind == 'commune'", "true"]) func choicesMayBindNobody(_ condition: String) throws {
    let bound = #""kind": "threshold", "value": "score", "when": "kind == 'district'""#
    let temporary = try TemporaryPack.units(
      rules: [
        TemporaryPack.rule("low", bound + #", "lessThan": 10"#),
        TemporaryPack.rule("mid", bound + #", "lessThan": 20"#),
        TemporaryPack.rule("high", #""kind": "threshold", "value": "score", "atLeast": 30"#),
      ].joined(separator: ","),
      awards: """
        { "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "when": "\(condition)",
          "requires": { "all": [{ "any": ["low", "mid"] }, "high"] } }
        """, cases: "")
    let (pack, review) = try Self.opened(temporary)
    let result = try Self.judged(try review.eligible(for: 0).get(), pack)
    #expect(result.verdicts.map(\.standing) == [.eligible])
  }

  @Test func impossibleIsProved() throws {
    let temporary = try TemporaryPack.units(
      rules: [
        TemporaryPack.rule("low", #""kind": "threshold", "value": "score", "atMost": 5"#),
        TemporaryPack.rule("high", #""kind": "threshold", "value": "score", "atLeast": 6"#),
        TemporaryPack.rule("higher", #""kind": "threshold", "value": "score", "atLeast": 9"#),
        TemporaryPack.rule("always", #""kind": "expression", "holds": "size(themes) >= 0""#),
        TemporaryPack.rule(
          "later", #""kind": "expression", "holds": "hasPlan", "due": "date('2022-03-01')""#),
      ].joined(separator: ","),
      awards: #"""
        { "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "requires": { "all": ["low", "high"] } },
        { "id": "b", "on": "unit", "title": { "vi": "B", "en": "B" }, "when": "score > 1 && score < 0",
          "requires": { "all": ["low"] } }
        """#, cases: "")
    let (_, review) = try Self.opened(temporary)
    #expect(throws: WitnessFailure.contradiction(rules: ["low", "high"])) {
      try review.eligible(for: 0).get()
    }
    #expect(throws: WitnessFailure.appliesToNothing) { try review.eligible(for: 1).get() }
    #expect(throws: WitnessFailure.breaksAnother("higher")) { try review.violating(1).get() }
    #expect(throws: WitnessFailure.cannotBeBroken) { try review.violating(3).get() }
    let due = try CivilDate("2022-03-01")
    #expect(throws: WitnessFailure.notDue(until: due)) { try review.violating(4).get() }
  }

  @Test func awardsOfShippedPacksHaveWitnesses() throws {
    let folder = PackCaseTests.rules.appendingPathComponent("ba-to-2021").path
    let (pack, review) = try Self.opened(folder: folder, asOf: "2022-01-31")
    for id: Text in ["bto-economic-targets", "bto-district-targets"] {
      let place = try #require(pack.awards.firstIndex { $0.id == id })
      let result = try Self.judged(try review.eligible(for: place).get(), pack)
      #expect(result.verdicts.first { $0.award == place }?.standing == .eligible)
    }
  }

  /// Citations of a filtered list, lists that lack nothing of another, a section that is given.
  @Test func everyAwardOfAPackHasAWitness() throws {
    let folder = PackCaseTests.rules.appendingPathComponent("thai-binh-2021").path
    let (pack, review) = try Self.opened(folder: folder, asOf: "2022-01-31")
    for place in pack.awards.indices {
      let result = try Self.judged(try review.eligible(for: place).get(), pack)
      #expect(result.verdicts.first { $0.award == place }?.standing == .eligible)
    }
  }

  /// What the record leads to, and the decisions of the register, are made with it and judged together.
  @Test func recordsBesideTheOneAreMade() throws {
    let (pack, review) = try Self.opened(
      folder: PackCaseTests.rules.appendingPathComponent("vn-law-2022").path, asOf: "2026-08-31")
    let place = try #require(pack.awards.firstIndex { $0.id == "chien-si-thi-dua-co-so" })
    let witness = try review.eligible(for: place).get()
    let named = witness.related.compactMap { Self.text($0, "awardCode") }
    #expect(named == ["LDTT"] || named == ["CSTT"])
    let together = try Self.judged(witness, pack)
    #expect(together.verdicts.first { $0.award == place }?.standing == .eligible)
    // Without them nothing is known of the award that it asks for.
    let alone = Witness(record: witness.record, related: [], asOf: witness.asOf, result: witness.result)
    #expect(try Self.judged(alone, pack).verdicts.first { $0.award == place }?.standing == .undetermined)
  }

  private static func text(_ record: JSONValue, _ member: Text) -> Text? {
    guard case .object(let members) = record,
      case .string(let text)? = members.first(where: { $0.key == member })?.value
    else { return nil }
    return text
  }
}
