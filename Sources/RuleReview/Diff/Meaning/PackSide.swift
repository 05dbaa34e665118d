import CEL
import Evaluator
import JSON
import RulePacks

/// One of two packs that are compared, with its conditions read on a law date.
struct PackSide {
  let open: OpenPack
  /// Path within the rules folder, with `/` behind.
  let folder: Text
  let reasoners: [Text: Reasoner]

  var pack: CompiledPack { open.pack }

  /// Every formula of a declared rule or award, and the record type that it is over; nil where it has none.
  func reading(of declaration: PackDeclaration) -> (formulas: [Formula], type: Text)? {
    switch declaration.sort {
    case .award: declaration.place.map { (pack.awards[$0].formulas, pack.awards[$0].on) }
    case .rule:
      if let rule = pack.populationRules.first(where: { $0.id == declaration.name }) {
        (rule.check.formulas, rule.on)
      } else {
        open.compiled(declaration).map { ($0.check.formulas, $0.on) }
      }
    case .parameter: nil
    }
  }

  /// Who fails a rule and who meets it on a law date; nil where a formula can't be read.
  func meaning(_ rule: CompiledRule, on day: CivilDate?) -> RuleMeaning? {
    if let day, !rule.period.contains(day) {
      return RuleMeaning(applies: .constant(false), requires: .constant(true), due: nil)
    }
    let reader = PackConditions(pack, reasoners, fixed: parameters(on: day))
    guard let requires = reader.condition(rule.check.requires, on: rule.on) else { return nil }
    guard let formula = rule.check.applies else {
      return RuleMeaning(applies: .constant(true), requires: requires, due: due(rule, reader))
    }
    guard let applies = reader.condition(formula, on: rule.on) else { return nil }
    return RuleMeaning(applies: applies, requires: requires, due: due(rule, reader))
  }

  /// The condition of a formula on a law date; nil applies always.
  func condition(_ formula: Formula?, on type: Text, day: CivilDate?) -> Condition? {
    guard let formula else { return .constant(true) }
    return PackConditions(pack, reasoners, fixed: parameters(on: day)).condition(formula, on: type)
  }

  private func due(_ rule: CompiledRule, _ reader: PackConditions) -> RuleMeaning.Due? {
    rule.check.due.map { formula in reader.form(formula, on: rule.on).map { .day($0) } ?? .unread }
  }

  /// Values by slot, whoever sets them: what the pack says as it stands.
  private func parameters(on day: CivilDate?) -> [Int: Value] {
    var values: [Int: Value] = [:]
    for (slot, parameter) in pack.parameters.enumerated() {
      values[slot] = day.flatMap(parameter.value) ?? parameter.values.last?.value
    }
    return values
  }
}

/// A rule as conditions.
struct RuleMeaning {
  let applies: Condition
  let requires: Condition
  /// Nil is due at once.
  let due: Due?

  enum Due {
    /// Days since the epoch, by what the record says.
    case day(LinearForm)
    case unread
  }

  var violated: Condition { applies && requires.negated }
  var satisfied: Condition { applies && requires }
}
