import CEL
import Evaluator
import JSON
import Records
import RulePacks
import Testing

@testable import Populations

/// Which lists a record that was rejected is said to be missing from.
@Suite struct RejectedRecordTests {
  private let evaluator: PackEvaluator

  init() throws {
    let title = Workers.title
    let manifest = """
      { "pack": "w", "version": "1", "title": \(title("W")), "period": { "before": "2025-01-01" }, "include": ["all.json"] }
      """
    func award(_ id: String, _ rest: String) -> String {
      """
      { "id": "\(id)", "on": "worker", "title": \(title("A")), "requires": "good", "rankBy": [
        { "value": "score", "order": "descending" } ], \(rest) }
      """
    }
    let number = "\"quotas\": [ { \"number\": 1 } ]"
    let model = """
      { "recordTypes": [ { "recordType": "worker", "key": ["id"], "title": \(title("W")), "fields": {
          "id": { "type": "string", "title": \(title("I")) }, "kind": { "type": "string", "title": \(title("K")) },
          "score": { "type": "integer", "default": 0, "title": \(title("S")) },
          "good": { "type": "boolean", "title": \(title("G")) } } } ],
        "rules": [ { "id": "good", "kind": "expression", "on": "worker", "title": \(title("G")), "holds": "good" } ],
        "awards": [
          \(award("none", number)),
          \(award("person", "\"when\": \"kind == 'person'\", " + number)),
          \(award("team", "\"when\": \"kind == 'team'\", " + number)),
          \(award("high", "\"when\": \"kind == 'team' && score > 5\", " + number)),
          \(award("scored", "\"when\": \"kind == 'team' && has(score)\", " + number)),
          \(award("share", "\"when\": \"kind == 'team'\", \"quotas\": [ { \"share\": { \"value\": 50, \"unit\": \"%\" }, \"of\": \"kind == 'person'\" } ]")),
          \(award("own", "\"when\": \"kind == 'team'\", \"quotas\": [ { \"share\": { \"value\": 50, \"unit\": \"%\" }, \"of\": \"kind == 'team'\" } ]")) ] }
      """
    let files = MemoryFiles(["w/pack.json": Array(manifest.utf8), "w/all.json": Array(model.utf8)])
    let pack = try #require(PackLoader().load(manifest: "w/pack.json", from: files).pack)
    evaluator = PackEvaluator(pack, asOf: try CivilDate("2024-12-20"))
  }

  /// The awards whose lists say that a rejected record may be missing.
  private func awardsThatMiss(_ json: String, endsSource: Bool = false) throws -> Set<Text> {
    let decoder = RecordDecoder(evaluator.pack, typeName: nil, asOf: evaluator.asOf)
    var state = PopulationState(evaluator)
    for (ordinal, kind) in ["person", "team"].enumerated() {
      let whole = "{ \"id\": \"\(kind)\", \"kind\": \"\(kind)\", \"score\": 9, \"good\": true }"
      let located = try decoder.decode(Array(whole.utf8), in: .standardInput, line: 1).get()
      guard case .judged(let result) = evaluator.evaluate(located.record) else { continue }
      state.add(result, key: located.key.text, ordinal: ordinal)
    }
    guard case .failure(let rejection) = decoder.decode(Array(json.utf8), in: .standardInput, line: 1) else {
      Issue.record("not rejected: \(json)")
      return []
    }
    state.addRejected(
      type: rejection.type, key: rejection.key?.text, readable: rejection.readable, endsSource: endsSource)
    let rosters = state.decided().rosters
    #expect(Set(rosters.map(\.award)).count == evaluator.pack.awards.count)
    return Set(rosters.filter { $0.lost.count > 0 }.map { evaluator.pack.awards[$0.award].id })
  }

  private let all: Set<Text> = ["none", "person", "team", "high", "scored", "share", "own"]

  @Test func whatCouldBeReadRulesAwardsOut() throws {
    // A share counts the person, though its award is not for it; what asks for what is given is not decided.
    #expect(
      try awardsThatMiss(#"{ "id": "x", "kind": "person", "good": "?" }"#) == [
        "none", "person", "scored", "share",
      ])
    #expect(
      try awardsThatMiss(#"{ "id": "x", "kind": "team", "score": 3, "good": "?" }"#)
        == ["none", "team", "scored", "share", "own"])
  }

  @Test func whatIsWrongIsNeitherItsDefaultNorAbsent() throws {
    #expect(
      try awardsThatMiss(#"{ "id": "x", "kind": "team", "score": "?", "good": true }"#)
        == ["none", "team", "high", "scored", "share", "own"])
  }

  @Test func whatCannotBeReadAtAllMayBeAnywhere() throws {
    #expect(try awardsThatMiss(#"{ "id": "x", "kind": 5, "score": 9 }"#) == all)
    #expect(try awardsThatMiss("{ \"id\": \"x\", ") == all)
    #expect(try awardsThatMiss(#"{ "id": "x", "kind": "person", "good": "?" }"#, endsSource: true) == all)
  }
}
