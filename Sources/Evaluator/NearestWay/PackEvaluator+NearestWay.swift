import CEL

extension PackEvaluator {
  /// The nearest way to eligible for one verdict of a result; nil where it is eligible, not applicable, or out of
  /// reach.
  public func nearestWay(to verdict: Verdict, in result: RecordResult) -> NearestWay? {
    guard verdict.standing == .ineligible || verdict.standing == .undetermined else { return nil }
    var results: [Criterion.Leaf: ResultSet] = result.beyond.mapValues { $0.results }
    var efforts: [Int: Decimal] = [:]
    for finding in result.findings {
      results[.rule(finding.rule)] = ResultSet(of: finding)
      efforts[finding.rule] = Effort.of(finding, pack.rules[finding.rule].check)
    }
    return NearestWaySearch(
      tree: pack.awards[verdict.award].requires, results: { results[$0] ?? .notApplicable },
      efforts: efforts
    ).way()
  }
}
