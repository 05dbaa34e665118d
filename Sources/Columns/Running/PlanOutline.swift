import CEL
import Evaluator
import JSON

/// What a plan makes of the rules over one record type, for people to look at.
public struct PlanOutline: Sendable {
  public let type: Text
  /// Why the interpreter judges every record of the type; nil where columns judge what they can.
  public let reason: String?
  /// The columns that are read, by the path of their field.
  public let columns: [String]
  public let rules: [Rule]
  public let awards: [Rule]

  /// A rule, or the condition of an award.
  public struct Rule: Sendable {
    public let id: Text
    /// Why the interpreter judges it; nil where columns do.
    public let reason: String?
    /// Registers of the condition, the requirement and the due day, as far as there are.
    public let applies: Int?
    public let requires: Int?
    public let due: Int?
    /// The steps that no rule before it has: register and what it is.
    public let steps: [(register: Int, text: String)]
  }
}

extension ColumnPlan {
  /// By record type, in order of the pack.
  public var outlines: [PlanOutline] { types.map { $0.outline(evaluator.pack) } }
}

extension TypeProgram {
  fileprivate func outline(_ pack: CompiledPack) -> PlanOutline {
    var shown: Set<Int> = []
    let outlined = rules.map { rule -> PlanOutline.Rule in
      let id = pack.rules[rule.rule].id
      switch rule.form {
      case .interpreter(let reason, let applies):
        return PlanOutline.Rule(
          id: id, reason: reason, applies: applies, requires: nil, due: nil,
          steps: steps(behind: applies.map { [$0] } ?? [], &shown))
      case .columns(let applies, let requires, let due):
        return PlanOutline.Rule(
          id: id, reason: nil, applies: applies, requires: requires, due: due,
          steps: steps(behind: [applies, requires, due].compactMap { $0 }, &shown))
      }
    }
    let conditions = awards.map { award in
      PlanOutline.Rule(
        id: pack.awards[award.award].id, reason: award.reason, applies: award.applies, requires: nil,
        due: nil,
        steps: steps(behind: award.applies.map { [$0] } ?? [], &shown))
    }
    return PlanOutline(
      type: type.name, reason: reason, columns: plan.columns.map(\.name).filter { !$0.isEmpty },
      rules: outlined, awards: conditions)
  }

  /// What registers rest on, in order of the program.
  private func steps(behind registers: [Int], _ shown: inout Set<Int>) -> [(register: Int, text: String)] {
    var open = registers
    var found: [Int] = []
    while let register = open.popLast() {
      guard shown.insert(register).inserted else { continue }
      found.append(register)
      open += builder.steps[register].operation.registers
    }
    return found.sorted().map { register in
      let text = builder.steps[register].operation.text {
        self.plan.columns[$0].name
      } _: {
        self.plan.spaces[$0].name
      }
      return (register, text)
    }
  }
}
