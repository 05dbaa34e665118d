import CEL
import JSON

extension PackEvaluator {
  /// The verdict of one award, from findings by place of their rule.
  func verdict(
    of award: Int, findings: [Finding], places: [Int?], _ activation: Activation
  ) -> Verdict {
    let compiled = pack.awards[award]
    let applies = compiled.applies?.program.evaluate(activation)
    let results: (Int) -> ResultSet = { rule in
      // A rule that is not in force on the law date asks nothing of this record.
      places[rule].map { ResultSet(of: findings[$0]) } ?? .notApplicable
    }
    var open = compiled.requires.results(results)
    let truth = applies.map(Truth.init) ?? .yes
    switch truth {
    case .yes: break
    case .no: open = .notApplicable
    case .unknown, .error: open.insert(.notApplicable)
    }
    let grounds = open == .satisfied || open == .notApplicable ? [] : compiled.requires.grounds(results)
    var missing: [Text] = []
    if !open.isDecided {
      var unknowns = grounds.compactMap { places[$0] }.map { findings[$0].missing }
      if case .unknown(let unknown)? = applies { unknowns.append(unknown.paths) }
      missing = Set(unknowns.joined()).sorted()
    }
    let supports = open == .notApplicable ? [] : compiled.requires.rules
    return Verdict(
      award: award, standing: Verdict.Standing(open), because: grounds, missing: missing,
      isUnverified: compiled.isUnverified
        || supports.contains { pack.rules[$0].isUnverified && results($0) != .notApplicable })
  }
}

extension Verdict.Standing {
  init(_ results: ResultSet) {
    switch results {
    case .satisfied: self = .eligible
    case .violated: self = .ineligible
    case .notApplicable: self = .notApplicable
    default: self = .undetermined
    }
  }
}
