import Evaluator
import JSON

/// A case whose records are judged together, and that passes.
struct PreparedPopulationCase: Sendable {
  let ruleCase: RuleCase
  let population: CasePopulation
  let pack: PreparedPack

  /// True where the case expects something of a rule, or of an award over it.
  func reaches(rule: Text) -> Bool {
    guard let place = pack.places[rule] else { return false }
    return population.expected.names(rule)
      || pack.rulesOfAward.contains { $1.contains(place) && population.expected.names($0) }
  }

  func reaches(award: Text) -> Bool { population.expected.names(award) }

  func reaches(populationRule rule: Text) -> Bool {
    let pack = pack.pack
    return population.expected.names(rule)
      || pack.awards.contains { award in
        population.expected.names(award.id) && award.requires.hasLeaf { pack.id(of: $0) == rule }
      }
  }
}
