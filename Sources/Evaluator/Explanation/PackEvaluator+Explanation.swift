import CEL
import JSON

extension PackEvaluator {
  /// How the verdict of an award came about.
  public func explanation(of verdict: Verdict, in result: RecordResult) -> Explanation {
    let activation = activation(of: result)
    let award = pack.awards[verdict.award]
    var findings: [Int: Finding] = [:]
    for finding in result.findings { findings[finding.rule] = finding }
    var children: [Explanation] = []
    if let applies = award.applies { children.append(formula("when", applies, activation)) }
    children.append(explanation(of: award.requires, findings, result.beyond, activation))
    return Explanation(.award(verdict.award, verdict.standing), children)
  }

  /// How one finding came about.
  public func explanation(of finding: Finding, in result: RecordResult) -> Explanation {
    explanation(of: finding, activation(of: result))
  }

  private func explanation(
    of criterion: Criterion, _ findings: [Int: Finding], _ beyond: [Criterion.Leaf: LeafResult],
    _ activation: Activation
  ) -> Explanation {
    if let leaf = criterion.leaf {
      guard let rule = leaf.rule else { return Explanation(.beyond(leaf, beyond[leaf] ?? .open)) }
      guard let finding = findings[rule] else { return Explanation(.notInForce(rule: rule)) }
      return explanation(of: finding, activation)
    }
    let results = criterion.results { leaf in
      guard let rule = leaf.rule else { return (beyond[leaf] ?? .open).results }
      return findings[rule].map(ResultSet.init(of:)) ?? .notApplicable
    }
    return Explanation(
      .group(criterion, results),
      criterion.members.map { explanation(of: $0, findings, beyond, activation) })
  }

  private func explanation(of finding: Finding, _ activation: Activation) -> Explanation {
    let check = pack.rules[finding.rule].check
    var parts: [Explanation] = []
    if let applies = check.applies { parts.append(formula("when", applies, activation)) }
    if finding.outcome != .notApplicable {
      parts.append(formula("requires", check.requires, activation))
      if let due = check.due { parts.append(formula("due", due, activation)) }
    }
    return Explanation(.finding(finding), parts)
  }

  private func formula(_ name: Text, _ formula: Formula, _ activation: Activation) -> Explanation {
    let trace = formula.program.trace(activation)
    return Explanation(
      .formula(
        name: name, text: formula.text, value: trace.value,
        parts: SubexpressionValues(formula.program.expression.root, trace.values).lines))
  }
}
