import CEL
import Evaluator
import JSON
import RulePacks

/// A rule or an award, and what a corpus made of it.
struct JudgedCriterion {
  enum Sort { case rule, ruleOnMany, award }

  let sort: Sort
  let id: Text
  /// The record type that it is on.
  let on: Text
  /// Where a finding about it stands.
  let node: JSONNode
  let tally: Corpus.Tally
}

extension ReviewedPack {
  /// Every rule in force and every award with what the corpus made of it, in order of declaration; empty without one.
  var judgedCriteria: [JudgedCriterion] {
    guard let pack, let corpus else { return [] }
    var tallies: [Text: (sort: JudgedCriterion.Sort, on: Text, tally: Corpus.Tally)] = [:]
    for (rule, tally) in zip(pack.rules, corpus.rules) { tallies[rule.id] = (.rule, rule.on, tally) }
    for (rule, tally) in zip(pack.populationRules, corpus.groups) {
      tallies[rule.id] = (.ruleOnMany, rule.on, tally)
    }
    var criteria = rules.compactMap { rule in
      tallies[rule.id].map {
        JudgedCriterion(sort: $0.sort, id: rule.id, on: $0.on, node: rule.idNode, tally: $0.tally)
      }
    }
    for (award, tally) in zip(pack.awards, corpus.awards) {
      guard let reviewed = awards.first(where: { $0.id == award.id }) else { continue }
      criteria.append(
        JudgedCriterion(sort: .award, id: award.id, on: award.on, node: reviewed.idNode, tally: tally))
    }
    return criteria
  }
}
