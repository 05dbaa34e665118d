import CEL
import Evaluator
import JSON
import Populations

/// The formulas that are asked of records of one type before all are there.
struct RowFormulas {
  /// By rule on many records; empty for those on other types.
  private let members: [[RowFormula]]
  /// By award; empty for those on other types.
  private let candidates: [[RowFormula]]

  init(_ builder: ProgramBuilder) {
    let (pack, name) = (builder.pack, builder.plan.type.name)
    members = pack.populationRules.map { rule in
      rule.on == name ? MemberForm(rule.check).formulas.map { RowFormula($0, builder) } : []
    }
    candidates = pack.awards.indices.map { place in
      guard pack.awards[place].on == name, pack.asksCandidates(place) else { return [] }
      return CandidateForm(pack.awards[place]).formulas.map { RowFormula($0, builder) }
    }
    // Fields that are asked for by their names.
    var names: [Text] = ["name"]
    if let register = pack.register, register.recordType == name {
      names += [register.award, register.subject, register.year]
    }
    for name in names {
      guard let field = builder.plan.root.field(named: name), field.isScalar else { continue }
      _ = builder.plan.column(of: field)
    }
  }

  subscript(place: FormulaPlace) -> RowFormula {
    switch place {
    case .member(let rule, let index): members[rule][index]
    case .candidate(let award, let index): candidates[award][index]
    }
  }
}

/// A formula as it is asked of one row.
final class RowFormula {
  let formula: Formula
  /// Nil where columns have no value of it.
  let register: Int?
  /// What the interpreter reads where the register does not tell; nil where columns do not have all of it.
  let part: RecordPart?

  init(_ formula: Formula, _ builder: ProgramBuilder) {
    self.formula = formula
    let register = try? builder.compile(formula)
    // What is counted or shown of a decimal number is the number as it is written.
    self.register = register.flatMap { builder.steps[$0].type == .decimal ? nil : $0 }
    part = RecordPart(formula.program.checked?.fieldsRead ?? [], builder.plan)
  }
}

extension FieldPlan {
  /// True for a field of one value.
  var isScalar: Bool {
    switch form {
    case .text, .integer, .decimal, .boolean, .date, .period, .member: true
    case .object, .list, .anything, .type, .unsupported: false
    }
  }
}
