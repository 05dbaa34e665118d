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
    let compiled = RuleHalves.compile(set.entries, builder) ?? set.entries.map(builder.compiled)
    for (entry, compiled) in zip(set.entries, compiled) {
      var leaf: Criterion.Leaf?
      switch compiled {
      case .population(let rule):
        if let rule, entry.isEnabled {
          leaf = .population(populationRules.count)
          populationRules.append(rule)
        }
        allOnMany.append(rule)
        all.append(nil)
        isPopulation.append(true)
      case .rule(let rule):
        if let rule, entry.isEnabled {
          leaf = .rule(rules.count)
          rules.append(rule)
        }
        all.append(rule)
        allOnMany.append(nil)
        isPopulation.append(false)
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
