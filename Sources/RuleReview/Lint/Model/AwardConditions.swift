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
    case .any(let members): return enough(1, of: members, among)
    case .atLeast(let count, let members): return enough(count, of: members, among)
    }
  }

  /// Choices beyond this many are not told apart.
  private static let choiceLimit = 64

  /// At least so many members are met, or none of them binds the record.
  private func enough(_ count: Int, of members: [Criterion], _ among: Set<Int>?) -> Condition {
    guard let choices = Self.choices(of: count, from: members.count) else { return .constant(true) }
    let met = members.map { self.met($0, among: among) }
    let chosen = Condition.any(choices.map { choice in .all(choice.map { met[$0] }) })
    return (chosen || .all(members.map(unbound))).folded
  }

  /// Every choice of so many places below a number; nil where they are too many.
  private static func choices(of count: Int, from number: Int) -> [[Int]]? {
    var choices: [[Int]] = [[]]
    for _ in 0..<max(0, count) {
      choices = choices.flatMap { choice in
        ((choice.last ?? -1) + 1..<max(number, (choice.last ?? -1) + 1)).map { choice + [$0] }
      }
      if choices.count > choiceLimit { return nil }
    }
    return choices
  }

  /// No rule of it binds the record, as far as that is known.
  private func unbound(_ criterion: Criterion) -> Condition {
    switch criterion {
    case .rule(let place): pack.rule(atCompiled: place)?.applies?.negated ?? .constant(true)
    case .population, .award: .constant(true)
    case .every(_, let rules): .all(rules.map { unbound(.rule($0)) })
    case .all(let members), .any(let members), .atLeast(_, let members): .all(members.map(unbound))
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
