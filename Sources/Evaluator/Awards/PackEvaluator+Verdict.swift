import CEL
import JSON

extension PackEvaluator {
  /// The verdict of one award, from findings by place of their rule.
  ///
  /// - Parameter beyond: what is known of the leaves that look beyond the record.
  func verdict(
    of award: Int, findings: [Finding], places: [Int?], _ activation: Activation,
    beyond: (Criterion.Leaf) -> LeafResult
  ) -> Verdict {
    let compiled = pack.awards[award]
    let applies = compiled.applies?.program.evaluate(activation)
    func results(_ leaf: Criterion.Leaf) -> ResultSet {
      guard case .rule(let rule) = leaf else { return beyond(leaf).results }
      // A rule that is not in force on the law date asks nothing of this record.
      return places[rule].map { ResultSet(of: findings[$0]) } ?? .notApplicable
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
      var unknowns = grounds.map { leaf in
        leaf.rule.map { places[$0].map { findings[$0].missing } ?? [] } ?? beyond(leaf).missing
      }
      if case .unknown(let unknown)? = applies { unknowns.append(unknown.paths) }
      missing = Set(unknowns.joined()).sorted()
    }
    let supports = open == .notApplicable ? [] : compiled.requires.leaves
    return Verdict(
      award: award, standing: Verdict.Standing(open), because: grounds, missing: missing,
      isUnverified: compiled.isUnverified
        || supports.contains { pack.isUnverified($0) && results($0) != .notApplicable })
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
