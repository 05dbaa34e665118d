import Evaluator
import JSON
import RulePacks

/// A rule with its meaning.
struct ReviewedRule {
  let inspected: InspectedRule
  /// Whom it binds; nil where the rule or the pack is broken.
  let applies: Condition?
  /// What it asks.
  let requires: Condition?
  /// True for records that it binds and that meet it.
  let satisfied: Condition?
  /// True for records that it binds and that do not meet it.
  let violated: Condition?
  /// The same of the rule of a layer below, which this one replaces.
  let replaced: (applies: Condition, requires: Condition)?

  init(_ inspected: InspectedRule, _ reader: PackConditions?) {
    self.inspected = inspected
    let meaning = inspected.compiled.flatMap { Self.meaning($0, reader) }
    applies = meaning?.applies
    requires = meaning?.requires
    satisfied = meaning.map { $0.applies && $0.requires }
    violated = meaning.map { $0.applies && $0.requires.negated }
    replaced = inspected.replaced?.compiled.flatMap { Self.meaning($0, reader) }
  }

  private static func meaning(
    _ rule: CompiledRule, _ reader: PackConditions?
  ) -> (applies: Condition, requires: Condition)? {
    guard let reader, let requires = reader.condition(rule.check.requires, on: rule.on) else { return nil }
    guard let formula = rule.check.applies else { return (.constant(true), requires) }
    return reader.condition(formula, on: rule.on).map { ($0, requires) }
  }

  var id: Text { inspected.id }
  var node: JSONNode { inspected.node }
  var compiled: CompiledRule? { inspected.compiled }

  /// Where a finding about the rule as a whole stands.
  var idNode: JSONNode { node["id"] ?? node }
}
