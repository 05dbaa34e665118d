/// What breaks a rule, with what tells early that one such condition does not imply another.
struct RuleBreach {
  let rule: ReviewedRule
  private let violated: Condition
  private let reach: Set<Int>
  /// Reaches of those parts of the condition that do not always hold.
  private let parts: [Set<Int>]

  /// Nil for a rule that nothing breaks, or whose meaning is not known.
  init?(_ rule: ReviewedRule, _ reasoner: Reasoner) {
    guard let violated = rule.violated, !reasoner.isUnsatisfiable(violated) else { return nil }
    self.rule = rule
    self.violated = violated
    reach = reasoner.reach(of: violated)
    parts = reasoner.independent(parts: violated)
      .filter { !reasoner.isValid($0) }.map { reasoner.reach(of: $0) }
  }

  /// True where surely whatever breaks this rule breaks the other one.
  func implies(_ other: RuleBreach, _ reasoner: Reasoner) -> Bool {
    // What this condition says nothing of may be otherwise.
    guard !other.parts.contains(where: { $0.isDisjoint(with: reach) }) else { return false }
    return reasoner.implies(violated, other.violated)
  }
}
