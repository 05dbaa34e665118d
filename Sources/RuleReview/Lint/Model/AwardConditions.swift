import Evaluator
import JSON

/// What the criteria of an award ask of one record, as a condition.
struct AwardConditions {
  private let pack: ReviewedPack
  private let award: CompiledAward
  private let reasoner: Reasoner

  init(_ pack: ReviewedPack, _ award: CompiledAward, _ reasoner: Reasoner) {
    self.pack = pack
    self.award = award
    self.reasoner = reasoner
  }

  /// The fewest rules that no record for which the award is can meet together: removing any one of them leaves a set
  /// that is not known to be impossible. Nil where the award is not known to be out of reach.
  func conflict(_ applies: Condition) -> [Int]? {
    guard reasoner.isUnsatisfiable(applies && holds(award.requires)) else { return nil }
    var kept = award.requires.rules.sorted()
    for rule in kept {
      let fewer = Set(kept).subtracting([rule])
      if reasoner.isUnsatisfiable(applies && holds(award.requires, among: fewer)) { kept = fewer.sorted() }
    }
    return kept
  }

  /// No rule is violated that must be met; rules outside `among` count as met.
  func holds(_ criterion: Criterion, among: Set<Int>? = nil) -> Condition {
    switch criterion {
    case .rule(let place):
      guard among?.contains(place) ?? true, let violated = pack.rule(atCompiled: place)?.violated else {
        return .constant(true)
      }
      return violated.negated.folded
    // Other records may have any say.
    case .population, .award: return .constant(true)
    case .all(let members): return .all(members.map { holds($0, among: among) }).folded
    case .every(_, let rules): return .all(rules.map { holds(.rule($0), among: among) }).folded
    case .any(let members): return .any(members.map { met($0, among: among) }).folded
    case .atLeast(let count, let members):
      return count == members.count ? .all(members.map { holds($0, among: among) }).folded : .constant(true)
    }
  }

  /// A member of a choice counts only where its rule binds the record.
  private func met(_ criterion: Criterion, among: Set<Int>?) -> Condition {
    guard case .rule(let place) = criterion else { return holds(criterion, among: among) }
    guard among?.contains(place) ?? true, let satisfied = pack.rule(atCompiled: place)?.satisfied else {
      return .constant(true)
    }
    return satisfied.folded
  }
}
