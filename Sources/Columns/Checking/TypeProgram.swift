import CEL
import Evaluator
import JSON
import Populations

/// What is run over the records of one type: rules and awards of the pack as programs over columns.
final class TypeProgram: @unchecked Sendable {
  let type: RecordType
  let plan: RecordPlan
  let builder: ProgramBuilder
  let rules: [RuleProgram]
  let awards: [AwardProgram]
  /// By rule of the pack: its place among those of the type.
  let places: [Int: Int]
  /// What is read for findings that are written; nil where none are.
  let parts: FindingParts?
  /// The column of the law date, where it is a field of the record.
  let lawDate: Int?
  /// The column of the key, where it is one text field.
  let plainKey: Int?
  /// What is asked of records before all are there, and of what they have been judged together; nil where each is judged
  /// alone.
  let asked: RowFormulas?
  /// What is kept of records that others lead to; nil where no others do, or columns do not have all of it.
  let related: RecordPart?
  /// True for records that are only there for others to look at.
  let isPassive: Bool
  /// Why no record of the type can be judged by columns; nil where some can.
  let reason: String?

  // Not changed after it was made, so it may be looked at from any thread.

  /// - Parameters:
  ///   - writesFindings: true where more is wanted than outcomes and verdicts.
  ///   - index: what records lead to, as far as no record is known; nil where each is judged alone.
  init(
    _ type: RecordType, _ evaluator: PackEvaluator, writesFindings: Bool = false, index: RelationIndex? = nil
  ) {
    self.type = type
    let pack = evaluator.pack
    plan = RecordPlan(type, pack.schema)
    let builder = ProgramBuilder(plan, evaluator)
    self.builder = builder
    var reason: String?
    if type.slot(of: "type") != nil { reason = "the record type has a field 'type'" }
    var lawDate: Int?
    let isPassive = evaluator.isPassive(type.name)
    self.isPassive = isPassive
    if case .field(let name) = pack.lawDate, !isPassive {
      if let field = plan.root.field(named: name), field.form == .date, field.field?.defaultValue == nil {
        lawDate = plan.column(of: field)
      } else {
        reason = "the law date is no plain field"
      }
    }
    self.lawDate = lawDate
    self.reason = reason
    var rules: [RuleProgram] = []
    for (place, rule) in pack.rules.enumerated() where rule.on == type.name {
      rules.append(RuleProgram(rule: place, form: Self.form(of: rule.check, builder)))
    }
    self.rules = rules
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.rule, $0.offset) })
    self.places = places
    var awards: [AwardProgram] = []
    for (place, award) in pack.awards.enumerated() where award.on == type.name {
      var (applies, reason): (Int?, String?)
      do throws(NoColumnForm) {
        applies = try award.applies.map { (formula) throws(NoColumnForm) in try builder.condition(formula) }
      } catch {
        reason = error.reason
      }
      awards.append(AwardProgram(place, applies: applies, reason: reason, places: places, pack))
    }
    self.awards = awards
    asked = index.map { _ in RowFormulas(builder) }
    related = index.flatMap { index in
      index.isRelated(type.name) ? RecordPart(index.fieldsAsked(of: type), builder.plan) : nil
    }
    parts = writesFindings || index != nil ? FindingParts(rules, awards, plan, pack) : nil
    let key = plan.keyFields.count == 1 ? plan.keyFields[0] : nil
    plainKey = key?.form == .text ? key?.column : nil
  }

  private static func form(of check: Check, _ builder: ProgramBuilder) -> RuleProgram.Form {
    var applies: Int?
    do throws(NoColumnForm) {
      applies = try check.applies.map { (formula) throws(NoColumnForm) in try builder.condition(formula) }
      let requires = try builder.condition(check.requires)
      let due = try check.due.map { (formula) throws(NoColumnForm) -> Int in
        let register = try builder.compile(formula)
        guard builder.steps[register].type == .date else { throw NoColumnForm("a due day that is no date") }
        return register
      }
      return .columns(applies: applies, requires: requires, due: due)
    } catch {
      return .interpreter(reason: error.reason, applies: applies)
    }
  }
}
