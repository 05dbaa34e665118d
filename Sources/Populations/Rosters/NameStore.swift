import Evaluator
import JSON

/// Keeps once what many candidates share, such as the names of their groups.
struct NameStore: Sendable {
  private var names: [[Text]: [Text]] = [:]
  private var patterns: [[ResultSet]: [ResultSet]] = [:]

  mutating func shared(_ texts: [Text]) -> [Text] {
    if let known = names[texts] { return known }
    names[texts] = texts
    return texts
  }

  /// What is kept of a candidate whose verdict waits for others.
  mutating func waiting(_ basis: AwardBasis, groups: [[Text]?]) -> Candidate.Waiting {
    let results = patterns[basis.results] ?? basis.results
    patterns[results] = results
    // Of a condition that holds there is nothing to tell.
    let applies = basis.applies.flatMap { Truth($0) == .yes ? nil : $0 }
    return Candidate.Waiting(
      basis: AwardBasis(rules: basis.rules, results: results, findings: basis.findings, applies: applies),
      groups: groups)
  }
}
