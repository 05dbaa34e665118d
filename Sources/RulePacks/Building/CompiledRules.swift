import Evaluator
import JSON

/// What became of the rules of a pack.
struct CompiledRules: Sendable {
  private(set) var rules: [CompiledRule] = []
  private(set) var populationRules: [CompiledPopulationRule] = []
  /// By place in the rule set: nil for disabled and for broken rules.
  private(set) var leaves: [Criterion.Leaf?] = []
  /// By place in the rule set: rules on records, those that are disabled too; nil for others and for broken ones.
  private(set) var all: [CompiledRule?] = []
  /// By place in the rule set: rules on many records, those that are disabled too; nil for others and for broken ones.
  private(set) var allOnMany: [CompiledPopulationRule?] = []
  /// By place in the rule set: true for rules on many records, whether broken or not.
  private(set) var isPopulation: [Bool] = []

  init(_ set: RuleSet, _ builder: RuleBuilder) {
    // A disabled rule is compiled too, so that its defects show before a committee chooses it.
    let sound = builder.soundRules(set.entries.map(\.declaration))
    for (entry, sound) in zip(set.entries, sound) {
      let isPopulation = builder.isPopulation(entry.declaration)
      self.isPopulation.append(isPopulation)
      var leaf: Criterion.Leaf?
      if isPopulation {
        let rule = sound?.population ?? builder.populationRule(entry.declaration)
        allOnMany.append(rule)
        if let rule, entry.isEnabled {
          leaf = .population(populationRules.count)
          populationRules.append(rule)
        }
        all.append(nil)
      } else {
        let rule = sound?.record ?? builder.rule(entry.declaration)
        all.append(rule)
        allOnMany.append(nil)
        if let rule, entry.isEnabled {
          leaf = .rule(rules.count)
          rules.append(rule)
        }
      }
      leaves.append(leaf)
    }
  }

  /// Record types besides its own whose awards may ask for a rule on many records.
  func alsoOn(_ place: Int, _ node: JSONNode) -> [Text] {
    isPopulation[place] ? [node["group"]?.text, node["covers"]?.text].compactMap(\.self) : []
  }

  /// Record types that some rule looks at.
  var types: Set<Text> { Set(rules.map(\.on)).union(populationRules.map(\.on)) }
}
