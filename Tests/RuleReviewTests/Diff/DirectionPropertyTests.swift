import CEL
import Evaluator
import JSON
import RulePacks
import Testing

@testable import RuleReview

/// Every claimed direction holds on random records, judged by both packs.
@Suite struct DirectionPropertyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func claimsHoldOnRandomRecords(_ seed: UInt64) throws {
    var random = RuleStates(seed: seed)
    let pairs = (0..<60).map { _ in random.pair() }
    let trees = (0..<20).map { _ in random.trees(over: pairs.count) }
    func state(_ rules: [String], _ awards: [String], _ least: Int, _ word: String) -> ComparedPacks.State {
      (
        rules.enumerated().map { TemporaryPack.rule("r\($0)", $1) },
        awards.enumerated().map {
          #"{ "id": "w\#($0)", "on": "unit", "title": { "vi": "W\#($0)", "en": "W" }, "requires": \#($1) }"#
        },
        #"""
        "least": { "title": { "vi": "L", "en": "L" }, "type": "integer", "setBy": "committee",
          "values": [{ "value": \#(least) }] },
        "word": { "title": { "vi": "W", "en": "W" }, "type": "string", "setBy": "committee",
          "values": [{ "value": "\#(word)" }] }
        """#, ""
      )
    }
    let packs = try ComparedPacks(
      state(pairs.map(\.old), trees.map(\.old), 2, "a"), state(pairs.map(\.new), trees.map(\.new), 3, "b"))
    var seen: Set<Effect> = []
    let records = (0..<150).map { random.record($0) }
    let (before, after) = (try results(packs.old.pack, records), try results(packs.new.pack, records))
    for place in pairs.indices {
      let id = Text("r\(place)")
      let inclusion = try #require(packs.comparison.outcomes[id]).inclusion
      seen.insert(inclusion.effect)
      for (old, new) in zip(before, after) {
        let (was, now) = (old.findings[place].outcome, new.findings[place].outcome)
        let context = "\(pairs[place]) on \(old.record.slots): \(was) → \(now)"
        if inclusion.violatedGrows, was == .violated { #expect(now == .violated, "\(context)") }
        if inclusion.violatedShrinks, now == .violated { #expect(was == .violated, "\(context)") }
        if inclusion.satisfiedGrows, was == .satisfied { #expect(now == .satisfied, "\(context)") }
        if inclusion.satisfiedShrinks, now == .satisfied { #expect(was == .satisfied, "\(context)") }
      }
    }
    for place in trees.indices {
      let effect = packs.change(Text("w\(place)"))?.effect ?? .wording
      for (old, new) in zip(before, after) {
        let (was, now) = (old.verdicts[place].standing, new.verdicts[place].standing)
        let context = "\(trees[place]): \(effect), \(was) → \(now)"
        if effect != .incomparable, effect != .stricter, was == .eligible {
          #expect(now == .eligible, "\(context)")
        }
        if effect != .incomparable, effect != .looser, now == .eligible {
          #expect(was == .eligible, "\(context)")
        }
      }
    }
    #expect(seen.isSuperset(of: [.stricter, .looser, .incomparable, .same]))
  }

  private func results(_ pack: CompiledPack, _ records: [String]) throws -> [RecordResult] {
    let evaluator = PackEvaluator(pack, asOf: try CivilDate("2021-12-31"))
    let type = try #require(pack.recordTypes.first)
    return try records.map { text in
      let node = try JSONDocument.parse(Array(text.utf8)).root
      let bound = RecordBinder(schema: pack.schema, asOf: evaluator.asOf).bind(node, as: type, ignoring: [])
      guard case .judged(let result) = evaluator.evaluate(try #require(bound.record)) else {
        throw UnjudgedRecord()
      }
      return result
    }
  }

  private struct UnjudgedRecord: Error {}
}

/// Random states of rules and awards over the record type of `TemporaryPack.units`, and records in which all is given.
struct RuleStates {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// A rule and what became of it: one of its parts is written anew.
  mutating func pair() -> (old: String, new: String) {
    var parts = [condition(), condition(), condition()]
    let isSharp = next(2) == 0
    let join = next(2) == 0 ? "&&" : "||"
    func rule(_ parts: [String]) -> String {
      let when = isSharp ? #", "when": "\#(parts[2])""# : ""
      return #""kind": "expression", "holds": "(\#(parts[0])) \#(join) (\#(parts[1]))"\#(when)"#
    }
    let old = rule(parts)
    if next(8) > 0 { parts[next(3)] = condition() }
    return (old, rule(parts))
  }

  private mutating func condition() -> String {
    let number = next(6)
    let relation = ["<", "<=", ">", ">=", "==", "!="][next(6)]
    switch next(9) {
    case 7: return "percent(score, share + params.least) \(relation) \(number * 20).0"
    case 8: return "themes.\(["exists", "all"][next(2)])(t, t == params.word)"
    case 0, 1: return "score \(relation) \(number).0"
    case 2: return "share \(relation) \(number).5"
    case 3: return "kind == '\(["district", "commune"][next(2)])'"
    case 4: return next(2) == 0 ? "hasPlan" : "!hasPlan"
    case 5: return "size(themes) \(relation) \(number)"
    default: return "themes.\(["exists", "all"][next(2)])(t, t == '\(["a", "b"][next(2)])')"
    }
  }

  /// Trees over some of the rules, the second with a member more, less or another count.
  mutating func trees(over count: Int) -> (old: String, new: String) {
    var ids = (0..<(2 + next(3))).map { _ in "\"r\(next(count))\"" }
    let form = next(4)
    var least = 1 + next(2)
    func tree() -> String {
      let list = ids.joined(separator: ", ")
      switch form {
      case 0: return "{ \"all\": [\(list)] }"
      case 1: return "{ \"any\": [\(list)] }"
      case 2: return "{ \"atLeast\": \(least), \"of\": [\(list)] }"
      default: return "{ \"all\": [\(ids[0]), { \"any\": [\(ids.dropFirst().joined(separator: ", "))] }] }"
      }
    }
    let old = tree()
    switch next(3) {
    case 0: ids.append("\"r\(next(count))\"")
    case 1 where ids.count > 2: ids.removeLast()
    default: least = 1 + next(2)
    }
    return (old, tree())
  }

  mutating func record(_ place: Int) -> String {
    let themes = (0..<next(4)).map { _ in "\"\(["a", "b", "c"][next(3)])\"" }.joined(separator: ", ")
    return """
      { "id": "u\(place)", "score": \(next(12) / 2), "share": \(next(6)).5, "hasPlan": \(next(2) == 0),
        "kind": "\(["district", "commune"][next(2)])", "themes": [\(themes)], "sentOn": "2021-05-05",
        "decidedOn": "2021-05-06" }
      """
  }
}
