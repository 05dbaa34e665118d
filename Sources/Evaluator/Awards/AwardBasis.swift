import CEL
import JSON

/// What the verdict of one award rests on in one record, without the record: all that is kept of one whose verdict waits.
public struct AwardBasis: Sendable {
  /// The rules that the award asks for, by place in the pack, sorted.
  public let rules: [Int]
  /// What each of them comes to.
  public let results: [ResultSet]
  /// The findings of those that are violated or may be.
  public let findings: [Finding]
  /// What the award's condition says; nil where it has none.
  public let applies: Value?

  public init(rules: [Int], results: [ResultSet], findings: [Finding], applies: Value?) {
    (self.rules, self.results, self.findings, self.applies) = (rules, results, findings, applies)
  }

  /// What a rule comes to; one that is not in force asks nothing of the record.
  func result(of rule: Int) -> ResultSet {
    var (low, high) = (0, rules.count)
    while low < high {
      let middle = (low + high) / 2
      if rules[middle] < rule { low = middle + 1 } else { high = middle }
    }
    return low < rules.count && rules[low] == rule ? results[low] : .notApplicable
  }

  /// The finding of a rule that is violated or may be.
  public func finding(of rule: Int) -> Finding? { findings.first { $0.rule == rule } }
}

extension PackEvaluator {
  /// What an award rests on in a record that has been judged.
  public func basis(of award: Int, in result: RecordResult) -> AwardBasis {
    let rules = pack.awards[award].requires.rules.sorted()
    var findings: [Finding] = []
    var results: [ResultSet] = []
    let places = places(of: result)
    for rule in rules {
      let finding = places[rule].map { result.findings[$0] }
      let own = finding.map { ResultSet(of: $0) } ?? .notApplicable
      results.append(own)
      if let finding, own.contains(.violated) { findings.append(finding) }
    }
    let applies = pack.awards[award].applies?.program.evaluate(activation(of: result))
    return AwardBasis(rules: rules, results: results, findings: findings, applies: applies)
  }

  /// The verdict of one award by what it rests on in a record.
  ///
  /// - Parameter beyond: what is known of the leaves that look beyond the record.
  public func verdict(
    of award: Int, on basis: AwardBasis, beyond: (Criterion.Leaf) -> LeafResult
  ) -> Verdict {
    verdict(of: award, applies: basis.applies) { leaf in
      leaf.rule.map { basis.result(of: $0) } ?? beyond(leaf).results
    } missing: { leaf in
      leaf.rule.map { basis.finding(of: $0)?.missing ?? [] } ?? beyond(leaf).missing
    }
  }

  /// The one leaf that keeps an ineligible record from an award, where meeting it alone would make it eligible.
  public func onlyObstacle(
    to verdict: Verdict, on basis: AwardBasis, beyond: (Criterion.Leaf) -> LeafResult
  ) -> Criterion.Leaf? {
    guard verdict.standing == .ineligible, verdict.because.count == 1, let leaf = verdict.because.first,
      isWithinReach(leaf, leaf.rule.flatMap { basis.finding(of: $0) })
    else { return nil }
    let results = pack.awards[verdict.award].requires.results { other in
      if other == leaf { return .satisfied }
      return other.rule.map { basis.result(of: $0) } ?? beyond(other).results
    }
    return results == .satisfied ? leaf : nil
  }

  /// False for what excludes one from an award: that is no criterion one falls short of.
  private func isWithinReach(_ leaf: Criterion.Leaf, _ finding: Finding?) -> Bool {
    switch leaf {
    case .rule(let rule): !pack.rules[rule].check.isFixed || finding?.distance != nil
    case .population: true
    case .award(_, let claim): claim == .decided || claim == .nominated
    }
  }
}
