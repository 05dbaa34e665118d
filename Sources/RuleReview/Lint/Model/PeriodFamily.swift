import CEL
import Evaluator
import JSON
import RulePacks

/// Rules that measure the same value of the same records, each for its own time.
enum PeriodFamily {
  /// Rules that follow one another in time.
  static func neighbours(in pack: ReviewedPack) -> [(earlier: ReviewedRule, later: ReviewedRule)] {
    var families: [Text: [ReviewedRule]] = [:]
    for rule in pack.rules where rule.inspected.isEnabled {
      guard let compiled = rule.compiled, compiled.period != DateSpan(),
        let measured = compiled.check.measured
      else { continue }
      let key =
        compiled.on + " " + compiled.kind + " " + PackConditions.key(measured) + " "
        + PackConditions.key(compiled.check.applies)
      families[key, default: []].append(rule)
    }
    return families.sorted { $0.key < $1.key }.flatMap { _, family in
      let ordered = family.sorted { start($0) < start($1) }
      return zip(ordered, ordered.dropFirst()).map { ($0, $1) }
    }
  }

  private static func start(_ rule: ReviewedRule) -> CivilDate { rule.compiled?.period.from ?? .first }
}
