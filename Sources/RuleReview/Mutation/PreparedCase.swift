import CEL
import Evaluator
import JSON
import RulePacks

/// A case that passes, with the record it binds and what the pack says of it.
struct PreparedCase: Sendable {
  let ruleCase: RuleCase
  let pack: PreparedPack
  let result: RecordResult

  /// True where the case expects something of a rule, or of an award over it.
  func reaches(rule: Text, place: Int) -> Bool {
    ruleCase.findings.contains { $0.rule == rule }
      || ruleCase.verdicts.contains { pack.rulesOfAward[$0.award]?.contains(place) == true }
  }

  /// Places of the awards over a rule of which the case expects something: of others nobody asks.
  func awards(over place: Int) -> Set<Int> {
    Set(
      ruleCase.verdicts.compactMap { verdict in
        pack.rulesOfAward[verdict.award]?.contains(place) == true ? pack.placesOfAwards[verdict.award] : nil
      })
  }

  func reaches(award: Text) -> Bool { ruleCase.verdicts.contains { $0.award == award } }

  /// True where the case expects something of any rule among these, or of an award over one.
  func reaches(rules: Set<Int>) -> Bool {
    ruleCase.findings.contains { pack.places[$0.rule].map(rules.contains) ?? false }
      || ruleCase.verdicts.contains { pack.rulesOfAward[$0.award]?.isDisjoint(with: rules) == false }
  }
}

/// A pack as a case sets it, with what is looked up in it again and again.
final class PreparedPack: Sendable {
  let open: OpenPack
  /// On whatever day.
  let evaluator: PackEvaluator
  /// Places of rules by id.
  let places: [Text: Int]
  let rulesOfAward: [Text: Set<Int>]
  let placesOfAwards: [Text: Int]
  /// Places of the rules that read a variable, by its name.
  private let readers: [Text: Set<Int>]

  init(_ open: OpenPack) {
    self.open = open
    evaluator = PackEvaluator(open.pack, asOf: .first)
    places = Dictionary(
      open.pack.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    readers = Self.readers(in: open.pack)
    placesOfAwards = Dictionary(
      open.pack.awards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    rulesOfAward = Dictionary(
      open.pack.awards.map { ($0.id, Set($0.requires.rules)) }, uniquingKeysWith: { first, _ in first })
  }

  var pack: CompiledPack { open.pack }

  /// Places of the rules that read a parameter.
  func readers(of parameter: Text) -> Set<Int> { readers["params." + parameter] ?? [] }

  private static func readers(in pack: CompiledPack) -> [Text: Set<Int>] {
    var readers: [Text: Set<Int>] = [:]
    for (place, rule) in pack.rules.enumerated() {
      for formula in rule.check.formulas {
        for name in formula.variablesRead { readers[name, default: []].insert(place) }
      }
    }
    return readers
  }
}
