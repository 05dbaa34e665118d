import Evaluator
import JSON

/// What became of one rule of a pack.
enum CompiledEntry: Sendable {
  /// Nil where it is broken.
  case rule(CompiledRule?)
  /// A rule on many records; nil where it is broken.
  case population(CompiledPopulationRule?)
}

extension RuleBuilder {
  /// A disabled rule is compiled too, so that its defects show before a committee chooses it.
  func compiled(_ entry: RuleSet.Entry) -> CompiledEntry {
    let kind = entry.declaration.node["kind"]?.text.flatMap { registry[$0] }
    return kind?.isPopulation ?? false
      ? .population(populationRule(entry.declaration)) : .rule(rule(entry.declaration))
  }
}
