import CEL
import JSON

extension PackEvaluator {
  /// A result brought up to date after parts of its pack were replaced, each at its place: the findings of the rules and
  /// the verdicts that rest on them are judged anew, all others are kept.
  ///
  /// The same as `evaluate`, in time that doesn't grow with the pack.
  ///
  /// - Parameters:
  ///   - result: what the pack said before, on the record's type, as of the same day.
  ///   - rules: places of replaced rules.
  ///   - awards: places of awards to judge anew; nil judges those that rest on the replaced rules.
  public func reevaluate(
    _ result: RecordResult, replacing rules: Set<Int>, awards: Set<Int>? = nil
  ) -> Evaluation {
    let record = result.record
    let beyond: (Criterion.Leaf) -> LeafResult = { result.beyond[$0] ?? .open }
    // Through a score one rule may touch any other.
    guard result.scores.isEmpty else { return evaluate(record, beyond: beyond) }
    let activation = activation(for: record, on: result.lawDate)
    var findings = result.findings.filter { !rules.contains($0.rule) }
    for place in rules.sorted() {
      let rule = pack.rules[place]
      guard rule.on == record.type.name, rule.period.contains(result.lawDate) else { continue }
      let index = findings.firstIndex { $0.rule > place } ?? findings.endIndex
      findings.insert(finding(of: place, activation), at: index)
    }
    guard !findings.isEmpty else {
      return .refused(.noRuleInForce(type: record.type.name, day: result.lawDate))
    }
    var places = [Int?](repeating: nil, count: pack.rules.count)
    for (index, finding) in findings.enumerated() { places[finding.rule] = index }
    let verdicts = result.verdicts.map { old in
      let isTouched =
        awards.map { $0.contains(old.award) }
        ?? !rules.isDisjoint(with: pack.awards[old.award].requires.rules)
      return isTouched
        ? verdict(of: old.award, findings: findings, places: places, activation, beyond: beyond) : old
    }
    return .judged(
      RecordResult(
        record: record, lawDate: result.lawDate, findings: findings, verdicts: verdicts,
        beyond: result.beyond))
  }
}
