import CEL
import Evaluator
import JSON
import Populations
import RulePacks
import Testing

@testable import RuleReview

/// What a change of quotas, order and rules on many records does to lists, held against both packs run apart.
@Suite struct ListImpactTests {
  private static let title = "\"title\": { \"vi\": \"T\", \"en\": \"T\" }"

  private static func award(_ members: String) -> String {
    """
    { "id": "best", "on": "unit", \(title), "requires": { "all": ["good"] },
      "per": ["kind"], \(members) }
    """
  }

  private static let rules = [
    "{ \"id\": \"good\", \"kind\": \"threshold\", \"on\": \"unit\", \(title), \"value\": \"score\", \"atLeast\": 2 }",
    """
    { "id": "half", "kind": "share", "on": "unit", \(title), "where": "score >= 2", "per": ["kind"],
      "atLeast": "params.least" }
    """,
  ]

  private static func parameters(places: Int, least: Int) -> String {
    """
    "places": { \(title), "type": "integer", "setBy": "committee", "values": [{ "value": \(places) }] },
    "least": { \(title), "type": "number", "unit": "%", "setBy": "committee", "values": [{ "value": \(least) }] }
    """
  }

  private static let byScore = "\"rankBy\": [{ \"value\": \"score\", \"order\": \"descending\" }]"
  private static let quota = "\"quotas\": [{ \"number\": \"params.places\", \"per\": [\"kind\"] }]"

  private let day: CivilDate

  init() throws { day = try CivilDate("2021-12-31") }

  private struct Run {
    let results: [RecordResult?]
    let outcome: PopulationOutcome

    init(_ pack: CompiledPack, _ units: [String], _ day: CivilDate) throws {
      let evaluator = PackEvaluator(pack, asOf: day)
      let type = try #require(pack.recordTypes.first)
      var state = PopulationState(evaluator)
      var results: [RecordResult?] = []
      for (place, unit) in units.enumerated() {
        let document = try JSONDocument.parse(Array(unit.utf8))
        let record = try #require(
          RecordBinder(schema: pack.schema, asOf: nil).bind(document.root, as: type).record)
        guard case .judged(let result) = evaluator.evaluate(record) else { continue }
        results.append(result)
        state.add(result, key: Text("u\(place)"), ordinal: place)
      }
      outcome = state.decided()
      self.results = results
    }

    var statuses: [Text: Nominee.Status] {
      var statuses: [Text: Nominee.Status] = [:]
      for nominee in outcome.rosters.flatMap(\.nominees) { statuses[nominee.key] = nominee.status }
      return statuses
    }

    var groups: [[Text]: Outcome] {
      var groups: [[Text]: Outcome] = [:]
      for group in outcome.groups { groups[group.group] = group.outcome }
      return groups
    }
  }

  private func impact(_ packs: ComparedPacks, _ old: Run, _ new: Run) -> Impact {
    var tally = ImpactTally(packs.comparison)
    for (place, (was, now)) in zip(old.results, new.results).enumerated() {
      tally.add(key: Text("u\(place)"), place: "", old: was, new: now)
    }
    return tally.report(old: old.outcome, new: new.outcome)
  }

  /// All units of two kinds with scores that are low, good, better or not given.
  private static let populations: [[String]] = {
    let scores = ["", ", \"score\": 1", ", \"score\": 2", ", \"score\": 3"]
    return (0..<256).map { number in
      (0..<4).map { place in
        let kind = place < 3 ? "district" : "commune"
        return "{ \"id\": \"u\(place)\", \"kind\": \"\(kind)\"\(scores[number >> (2 * place) & 3]) }"
      }
    }
  }()

  private func hold(_ packs: ComparedPacks) throws -> (turns: Int, losses: Int) {
    var (turns, losses) = (0, 0)
    for units in Self.populations {
      let (old, new) = try (Run(packs.old.pack, units, day), Run(packs.new.pack, units, day))
      let impact = impact(packs, old, new)
      var named: [Text: Impact.Shift] = [:]
      for shift in (impact.rosters + impact.awards).flatMap(\.shifts) { named[shift.record] = shift }
      let (was, now) = (old.statuses, new.statuses)
      for place in units.indices {
        let key = Text("u\(place)")
        let shift = named[key]
        switch (was[key] == .nominated, now[key] == .nominated) {
        case (true, false):
          #expect(shift?.isLoss == true, "\(units) \(key)")
          #expect(impact.hasLoss)
          losses += 1
        case (false, true):
          #expect(shift?.turn == .gains || shift == nil && was[key] == .nominated, "\(units)")
        default: #expect(was[key] == now[key] ? shift?.turn != .gains : shift != nil, "\(units) \(key)")
        }
        if shift != nil { turns += 1 }
      }
      let (before, after) = (old.groups, new.groups)
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      #expect(Set(impact.groups.flatMap(\.shifts).map(\.group)) == changed)
    }
    return (turns, losses)
  }

  @Test func fewerPlacesByAParameter() throws {
    let award = Self.award(Self.byScore + ", " + Self.quota)
    let packs = try ComparedPacks(
      (Self.rules, [award], Self.parameters(places: 2, least: 50), ""),
      (Self.rules, [award], Self.parameters(places: 1, least: 50), ""))
    let (turns, losses) = try hold(packs)
    #expect(turns > 50 && losses > 20)
    let change = try #require(packs.change("best"))
    #expect(change.because == ["params.places"] && change.effect == .incomparable && change.mayCost)
    let run = try (
      Run(packs.old.pack, Self.populations[27], day), Run(packs.new.pack, Self.populations[27], day)
    )
    let shift = try #require(impact(packs, run.0, run.1).rosters.first?.shifts.first)
    #expect(shift.by == ["params.places"] && shift.group == ["district"])
  }

  @Test func anotherOrder() throws {
    let ascending = Self.byScore.replacing("descending", with: "ascending")
    let parameters = Self.parameters(places: 1, least: 50)
    let packs = try ComparedPacks(
      (Self.rules, [Self.award(Self.byScore + ", " + Self.quota)], parameters, ""),
      (Self.rules, [Self.award(ascending + ", " + Self.quota)], parameters, ""))
    let (turns, losses) = try hold(packs)
    #expect(turns > 20 && losses > 10)
  }

  /// Who meets another criterion, and what that does to those on the list beside them.
  @Test func anotherCriterion() throws {
    let parameters = Self.parameters(places: 1, least: 50)
    let award = Self.award(Self.byScore + ", " + Self.quota)
    let stricter = [Self.rules[0].replacing("\"atLeast\": 2", with: "\"atLeast\": 3"), Self.rules[1]]
    let packs = try ComparedPacks((stricter, [award], parameters, ""), (Self.rules, [award], parameters, ""))
    let (turns, _) = try hold(packs)
    #expect(turns > 50)
  }

  @Test func aShareOfAGroup() throws {
    let packs = try ComparedPacks(
      (Self.rules, [], Self.parameters(places: 1, least: 30), ""),
      (Self.rules, [], Self.parameters(places: 1, least: 60), ""))
    _ = try hold(packs)
    let change = try #require(packs.change("half"))
    #expect(change.because == ["params.least"] && change.effect == .incomparable)
  }
}
