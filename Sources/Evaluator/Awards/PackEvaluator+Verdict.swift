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
    let applies = pack.awards[award].applies?.program.evaluate(activation)
    return verdict(of: award, applies: applies) { leaf in
      guard case .rule(let rule) = leaf else { return beyond(leaf).results }
      // A rule that is not in force on the law date asks nothing of this record.
      return places[rule].map { ResultSet(of: findings[$0]) } ?? .notApplicable
    } missing: { leaf in
      leaf.rule.map { places[$0].map { findings[$0].missing } ?? [] } ?? beyond(leaf).missing
    }
  }

  /// The verdict of one award, by what its leaves come to and what keeps them open.
  ///
  /// - Parameter applies: what its condition says; nil where it has none.
  func verdict(
    of award: Int, applies: Value?, results: (Criterion.Leaf) -> ResultSet,
    missing: (Criterion.Leaf) -> [Text]
  ) -> Verdict {
    let compiled = pack.awards[award]
    var open = compiled.requires.results(results)
    let truth = applies.map(Truth.init) ?? .yes
    switch truth {
    case .yes: break
    case .no: open = .notApplicable
    case .unknown, .error: open.insert(.notApplicable)
    }
    let grounds = open == .satisfied || open == .notApplicable ? [] : compiled.requires.grounds(results)
    var paths: [Text] = []
    if !open.isDecided {
      var unknowns = grounds.map(missing)
      if case .unknown(let unknown)? = applies { unknowns.append(unknown.paths) }
      paths = Set(unknowns.joined()).sorted()
    }
    return Verdict(
      award: award, standing: Verdict.Standing(open), because: grounds, missing: paths,
      isUnverified: compiled.isUnverified
        || open != .notApplicable
          && compiled.requires.hasLeaf { pack.isUnverified($0) && results($0) != .notApplicable }
    )
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
