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

  /// The place in the findings of each rule of the pack.
  func places(of result: RecordResult) -> [Int?] {
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
