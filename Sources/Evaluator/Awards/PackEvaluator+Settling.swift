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
    let results = pack.awards[verdict.award].requires.results { other in
      if other == leaf { return .satisfied }
      guard case .rule(let rule) = other else { return beyond(other).results }
      return places[rule].map { ResultSet(of: result.findings[$0]) } ?? .notApplicable
    }
    return results == .satisfied ? leaf : nil
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
