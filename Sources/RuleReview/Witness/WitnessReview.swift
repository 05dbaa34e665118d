import CEL
import Evaluator
import JSON
import RulePacks

/// Makes records for a pack under review, and says what is known where none can be made.
public struct WitnessReview {
  private let reviewed: ReviewedPack
  private let pack: CompiledPack
  private let maker: WitnessMaker

  /// Nil where the loader refuses the pack.
  public init?(_ inspection: PackInspection, from files: any PackFileSource, asOf: CivilDate) {
    reviewed = ReviewedPack(inspection, files: files)
    guard let pack = reviewed.pack else { return nil }
    self.pack = pack
    maker = WitnessMaker(pack, asOf: asOf)
  }

  /// A record that is eligible for the award at a place of the pack.
  public func eligible(for place: Int) -> Result<Witness, WitnessFailure> {
    maker.eligible(for: place).flatMapError { failure in
      .failure(proof(award: pack.awards[place]) ?? failure)
    }
  }

  /// A record that breaks the rule at a place of the pack, and no other.
  public func violating(_ place: Int) -> Result<Witness, WitnessFailure> {
    maker.violating(place).flatMapError { failure in .failure(proof(rule: place) ?? failure) }
  }

  /// Tries every award and every rule of the pack.
  public func survey() -> WitnessSurvey {
    // Searches share nothing; what a proof draws on is not for several at once.
    let maker = maker
    let awards = Parallel.map(Array(pack.awards.indices)) { maker.eligible(for: $0).failure }
    let rules = Parallel.map(Array(pack.rules.indices)) { maker.violating($0).failure }
    return WitnessSurvey(
      awards: zip(pack.awards, awards).map { award, failure in
        .init(id: award.id, failure: failure.map { proof(award: award) ?? $0 })
      },
      rules: rules.enumerated().map { place, failure in
        .init(id: pack.rules[place].id, failure: failure.map { proof(rule: place) ?? $0 })
      })
  }

  private func proof(award: CompiledAward) -> WitnessFailure? {
    guard let reasoner = reviewed.reasoners[award.on],
      let applies = reviewed.awards.first(where: { $0.id == award.id })?.applies
    else { return nil }
    if reasoner.isUnsatisfiable(applies) { return .appliesToNothing }
    let conflict = AwardConditions(reviewed, award, reasoner).conflict(applies)
    return conflict.map { .contradiction(rules: $0.map { pack.rules[$0].id }) }
  }

  private func proof(rule place: Int) -> WitnessFailure? {
    let rule = pack.rules[place]
    guard let reasoner = reviewed.reasoners[rule.on],
      let violated = reviewed.rule(atCompiled: place)?.violated
    else { return nil }
    if reasoner.isUnsatisfiable(violated) { return .cannotBeBroken }
    // A rule for another time breaks nothing now.
    let others = pack.rules.indices.filter {
      $0 != place && pack.rules[$0].on == rule.on && pack.rules[$0].period == rule.period
    }
    for other in others {
      guard let others = reviewed.rule(atCompiled: other)?.violated,
        !violated.terms.isDisjoint(with: others.terms), reasoner.implies(violated, others)
      else { continue }
      return .breaksAnother(pack.rules[other].id)
    }
    return nil
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
