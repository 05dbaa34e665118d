import CEL
import Evaluator
import JSON
import RulePacks

/// A side of && or || that another side already decides.
struct OperandImpliedRule: LintRule {
  static let description = ReviewRuleDescription(
    "operand-implied", .note,
    title: LocalizedText(
      vi: "Điều kiện thừa bên điều kiện khác",
      en: "Condition that its neighbour decides"),
    what: LocalizedText(
      vi: "Một vế của && đúng mỗi khi vế khác đúng, hoặc một vế của || chỉ đúng khi vế khác đúng.",
      en: "A side of && holds wherever another holds, or a side of || holds only where another does."),
    why: LocalizedText(
      vi: "Vế thừa không đổi kết quả; thường một trong hai giới hạn là viết nhầm.",
      en: "It changes no result; mostly one of two limits is a slip."),
    avoid: "score >= 50 && score >= 30",
    prefer: "score >= 50")

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let compiled = pack.pack else { return }
    let reader = PackConditions(compiled, pack.reasoners)
    for rule in pack.rules where pack.isOwn(rule.node) {
      guard let check = rule.compiled, let reasoner = pack.reasoners[check.on] else { continue }
      // Only what stands in the rule itself: the text of a template has no place here.
      for (formula, node) in [
        (check.check.applies, rule.node["when"]), (check.check.requires, rule.node["holds"]),
      ] {
        guard let formula, let node, node.text == formula.text else { continue }
        for function in [Operator.and, Operator.or] {
          report(reader.sides(formula, of: function, on: check.on), function, at: node, reasoner, log)
        }
      }
    }
  }

  private func report(
    _ sides: [(side: Expression, condition: Condition)], _ function: Text, at node: JSONNode,
    _ reasoner: Reasoner, _ log: LintLog
  ) {
    // What is always or never true says nothing of its neighbours, and has a rule of its own.
    let open = sides.filter { !reasoner.isValid($0.condition) && !reasoner.isUnsatisfiable($0.condition) }
    for (place, idle) in open.enumerated() {
      let decider = open.enumerated().first { other, side in
        guard other != place else { return false }
        let (one, two) =
          function == Operator.and
          ? (side.condition, idle.condition) : (idle.condition, side.condition)
        // Of two that mean the same the second is idle.
        return reasoner.implies(one, two) && (other < place || !reasoner.implies(two, one))
      }
      guard let decider, Unparser.text(decider.element.side) != Unparser.text(idle.side) else { continue }
      log.report(
        .decided(Unparser.text(idle.side), Unparser.text(decider.element.side)),
        at: ExpressionPart(node: node, expression: idle.side, parent: nil))
    }
  }
}

extension ReviewMessage {
  fileprivate static let decided = ReviewMessage(
    "operand-implied.decided",
    vi: "Bỏ được điều kiện {1}: điều kiện {2} đã quyết định.",
    en: "The condition {1} can go: {2} decides already.")
}
