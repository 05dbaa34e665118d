import CEL
import JSON

extension PackEvaluator {
  /// What some awards rest on in a record: the findings of the rules in force that their trees name, and their verdicts.
  ///
  /// As `evaluate` has them where nothing is known of other records, without what other rules say.
  ///
  /// - Parameters:
  ///   - lawDate: of the record, for which some rule is in force.
  ///   - awards: places in the pack, on the record's type.
  public func result(_ record: RecordValue, on lawDate: CivilDate, awards: [Int]) -> RecordResult {
    let activation = activation(for: record, on: lawDate)
    var asked: Set<Int> = []
    for award in awards { asked.formUnion(pack.awards[award].requires.rules) }
    var findings: [Finding] = []
    var places = [Int?](repeating: nil, count: pack.rules.count)
    for place in asked.sorted() where pack.rules[place].period.contains(lawDate) {
      places[place] = findings.count
      findings.append(finding(of: place, activation))
    }
    let verdicts = awards.map {
      verdict(of: $0, findings: findings, places: places, activation) { _ in .open }
    }
    return RecordResult(record: record, lawDate: lawDate, findings: findings, verdicts: verdicts)
  }
}
