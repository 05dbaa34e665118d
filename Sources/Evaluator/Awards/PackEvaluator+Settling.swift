import CEL
import JSON

extension PackEvaluator {
  /// The verdict of one award on a record that has been judged.
  ///
  /// - Parameter beyond: what is known of the leaves that look beyond the record.
  public func verdict(
    of award: Int, in result: RecordResult, beyond: (Criterion.Leaf) -> LeafResult
  ) -> Verdict {
    verdict(
      of: award, findings: result.findings, places: places(of: result), activation(of: result),
      beyond: beyond)
  }

  /// The one leaf that keeps an ineligible record from an award, where meeting it alone would make it eligible.
  public func onlyObstacle(
    to verdict: Verdict, in result: RecordResult, beyond: (Criterion.Leaf) -> LeafResult
  ) -> Criterion.Leaf? {
    guard verdict.standing == .ineligible, verdict.because.count == 1, let leaf = verdict.because.first else {
      return nil
    }
    let places = places(of: result)
    guard isWithinReach(leaf, leaf.rule.flatMap { places[$0] }.map { result.findings[$0] }) else { return nil }
    let results = pack.awards[verdict.award].requires.results { other in
      if other == leaf { return .satisfied }
      guard case .rule(let rule) = other else { return beyond(other).results }
      return places[rule].map { ResultSet(of: result.findings[$0]) } ?? .notApplicable
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

  /// The place in the findings of each rule of the pack.
  private func places(of result: RecordResult) -> [Int?] {
    var places = [Int?](repeating: nil, count: pack.rules.count)
    for (index, finding) in result.findings.enumerated() { places[finding.rule] = index }
    return places
  }

  /// The day whose parameter values hold for what many records decide together.
  public var referenceDay: CivilDate {
    switch pack.lawDate {
    case .day(let day): day
    case .field: asOf
    }
  }
}
