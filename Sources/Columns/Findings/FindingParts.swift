import CEL
import Evaluator
import JSON

/// What the formulas of each rule and award of a record type read, for those whose findings are written.
///
/// Nil where columns do not have all of it.
struct FindingParts {
  /// By place among the rules of the type.
  private(set) var rules: [RecordPart?] = []
  /// By place among the awards of the type: what the condition reads.
  private(set) var awards: [RecordPart?] = []

  init(_ rules: [RuleProgram], _ awards: [AwardProgram], _ plan: RecordPlan, _ pack: CompiledPack) {
    self.rules = rules.map { RecordPart(Self.fields(pack.rules[$0.rule].check.formulas), plan) }
    self.awards = awards.map { award in
      RecordPart(Self.fields(pack.awards[award.award].applies.map { [$0] } ?? []), plan)
    }
  }

  private static func fields(_ formulas: [Formula]) -> [Text] {
    Set(formulas.flatMap { $0.program.checked?.fieldsRead ?? [] }).sorted()
  }
}
