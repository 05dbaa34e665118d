import CEL
import Evaluator
import JSON
import RulePacks

/// Finds what one rule became in another pack, by reasoning over its conditions.
struct RuleComparison {
  let old: PackSide
  let new: PackSide
  let schema: SchemaComparison
  let days: LawDays

  struct Outcome {
    var inclusion: Inclusion
    /// The first day on which the rules differ; nil where they differ on all or on none.
    var since: CivilDate?
  }

  func compare(_ before: CompiledRule, _ after: CompiledRule) -> Outcome {
    guard before.on == after.on else { return Outcome(inclusion: .none) }
    let formulas = before.check.formulas + after.check.formulas
    guard schema.namesChanged(under: formulas, on: before.on).isEmpty else {
      return Outcome(inclusion: .none)
    }
    // What nobody touched is the same, also where there would be too much to reason over.
    if isUntouched(before, after) { return Outcome(inclusion: .same) }
    let outcome = days.compare { oldDay, newDay in
      guard let one = old.meaning(before, on: oldDay), let other = new.meaning(after, on: newDay) else {
        return .none
      }
      return compare(one, other, on: after.on)
    }
    return Outcome(
      inclusion: outcome.inclusion.joined(Self.whenMissing(before, after)), since: outcome.since)
  }

  /// True where formulas, days and the parameters that they read are as they were.
  private func isUntouched(_ before: CompiledRule, _ after: CompiledRule) -> Bool {
    guard old.pack.lawDate == new.pack.lawDate,
      before.meaning(in: old.pack) == after.meaning(in: new.pack)
    else { return false }
    let names = Set(after.check.formulas.flatMap { $0.variablesRead })
    func values(_ pack: CompiledPack) -> [[Text]] {
      pack.parameters.filter { names.contains("params." + $0.name) }.map { $0.meaning(in: pack) }
    }
    return values(old.pack) == values(new.pack)
  }

  private func compare(_ old: RuleMeaning, _ new: RuleMeaning, on type: Text) -> Inclusion {
    guard let reasoner = self.new.reasoners[type] else { return .none }
    return Inclusion(
      violatedGrows: reasoner.implies(old.violated, new.violated),
      violatedShrinks: reasoner.implies(new.violated, old.violated),
      satisfiedGrows: reasoner.implies(old.satisfied, new.satisfied),
      satisfiedShrinks: reasoner.implies(new.satisfied, old.satisfied),
      bindsSame: reasoner.implies(old.applies, new.applies) && reasoner.implies(new.applies, old.applies)
    ).joined(Self.due(old.due, new.due))
  }

  /// An earlier last day leaves fewer records time; without one, a rule is due at once.
  private static func due(_ old: RuleMeaning.Due?, _ new: RuleMeaning.Due?) -> Inclusion {
    var inclusion = Inclusion.same
    switch (old, new) {
    case (nil, nil): break
    case (nil, _): inclusion.violatedGrows = false
    case (_, nil): inclusion.violatedShrinks = false
    case (.day(let before)?, .day(let after)?) where before.factors == after.factors:
      if after.constant > before.constant { inclusion.violatedGrows = false }
      if after.constant < before.constant { inclusion.violatedShrinks = false }
    default:
      inclusion.violatedGrows = false
      inclusion.violatedShrinks = false
    }
    return inclusion
  }

  /// What a missing paper means.
  private static func whenMissing(_ before: CompiledRule, _ after: CompiledRule) -> Inclusion {
    var inclusion = Inclusion.same
    if before.whenMissing != after.whenMissing {
      if after.whenMissing == .violated { inclusion.violatedShrinks = false }
      if before.whenMissing == .violated { inclusion.violatedGrows = false }
    }
    return inclusion
  }
}
