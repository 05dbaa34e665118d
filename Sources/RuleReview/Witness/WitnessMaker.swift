import CEL
import Evaluator
import JSON

/// Makes records that a pack judges in a wanted way, and confirms each by judging it.
public struct WitnessMaker: Sendable {
  let pack: CompiledPack
  let evaluator: PackEvaluator
  let binder: WitnessBinder

  public init(_ pack: CompiledPack, asOf: CivilDate) {
    self.pack = pack
    evaluator = PackEvaluator(pack, asOf: asOf)
    binder = WitnessBinder(evaluator)
  }

  var asOf: CivilDate { evaluator.asOf }

  /// A record that is eligible for an award.
  ///
  /// - Parameter place: of the award in the pack.
  public func eligible(for place: Int) -> Result<Witness, WitnessFailure> {
    let award = pack.awards[place]
    let rules = award.requires.rules.sorted()
    let looksBeyond = award.requires.hasLeaf { $0.rule == nil }
    return make(
      on: award.on, periods: rules.map { pack.rules[$0].period }, for: looksBeyond ? place : nil
    ) { sources, lawDate in
      let parts = parts(rules, sources, lawDate)
      var roots: [WitnessRoot] = []
      if let applies = award.applies, let clause = sources.clause(applies) {
        roots.append(WitnessRoot(aim: .holds(clause), reads: reads([applies]), rules: []))
      }
      if looksBeyond {
        for formula in [award.subject, award.year].compactMap({ $0 }) {
          guard let clause = sources.clause(formula) else { continue }
          roots.append(WitnessRoot(aim: .known(clause), reads: reads([formula]), rules: []))
        }
      }
      roots += self.roots(of: award.requires, parts)
      return (roots, parts)
    } isWanted: { result in
      result.verdicts.contains { $0.award == place && $0.standing == .eligible }
    }
  }

  /// A record that breaks one rule; every other rule is met or does not bind it, or, where that cannot be had, is at
  /// least not broken.
  ///
  /// - Parameter place: of the rule in the pack.
  public func violating(_ place: Int) -> Result<Witness, WitnessFailure> {
    let rule = pack.rules[place]
    let others = pack.rules.indices.filter { $0 != place && pack.rules[$0].on == rule.on }
    var failure: WitnessFailure?
    for isStrict in [true, false] {
      let result = make(on: rule.on, periods: [rule.period], within: rule.period) { sources, lawDate in
        let parts = parts([place] + others, sources, lawDate)
        var roots: [WitnessRoot] = []
        if let target = parts[place] { roots.append(root(.violated(target), [place])) }
        for other in others {
          guard let parts = parts[other] else { continue }
          let mustSettle = isStrict || pack.rules[other].whenMissing == .violated
          roots.append(root(mustSettle ? .settled(parts) : .unbroken(parts), [other]))
        }
        return (roots, parts)
      } isWanted: { result in
        result.findings.allSatisfy { finding in
          if finding.rule == place { return finding.outcome == .violated }
          switch finding.outcome {
          case .satisfied, .notApplicable: return true
          case .undetermined, .notYetDue: return !isStrict
          case .violated: return false
          }
        }
      }
      switch result {
      case .success: return result
      case .failure(let reason): failure = failure ?? reason
      }
    }
    if let due = rule.check.due, due.program.checked?.fieldsRead.isEmpty ?? false,
      case .date(let day) = due.program.evaluate(Activation(variables: [.date(asOf)])), day >= asOf
    {
      return .failure(.notDue(until: day))
    }
    return .failure(failure ?? .notInForce)
  }

  // MARK: - One attempt for each law date

  private func make(
    on name: Text, periods: [DateSpan], within span: DateSpan = DateSpan(), for award: Int? = nil,
    _ aims: (WitnessSources, CivilDate) -> ([WitnessRoot], [Int: WitnessRoot.RuleParts]),
    isWanted: (RecordResult) -> Bool
  ) -> Result<Witness, WitnessFailure> {
    guard let type = pack.schema.recordTypes[name] else { return .failure(.notInForce) }
    var best: (open: [Text], against: [Text])?
    for lawDate in lawDates(periods, within: span) {
      let sources = WitnessSources(pack, on: name)
      let (roots, parts) = aims(sources, lawDate)
      guard !parts.isEmpty || award != nil else { continue }
      let search = WitnessSearch(sources, evaluator, binder, type, on: lawDate, roots: roots, parts: parts)
      var open: [Text]
      var against: [Text] = []
      if let found = search.search(from: start(type, lawDate)) {
        for sketch in sketches(found, for: award) {
          if let witness = confirmed(sketch, for: award, isWanted) { return .success(witness) }
        }
        open = obstacles(WitnessSketch(draft: found), to: award)
      } else {
        open = ids(search.best.open.flatMap { roots[$0].rules })
        against = ids(search.best.obstacles.flatMap { roots[$0].rules }).filter { !open.contains($0) }
      }
      if best.map({ open.count < $0.open.count }) ?? true { best = (open, against) }
    }
    return .failure(best.map { .notFound(open: $0.open, against: $0.against) } ?? .notInForce)
  }

  private func ids(_ rules: [Int]) -> [Text] { Set(rules).sorted().map { pack.rules[$0].id } }

  /// What the register may have to hold beside a record: nothing, or what the award asks of other awards.
  private func sketches(_ draft: Draft, for award: Int?) -> [WitnessSketch] {
    var claimed: [Int] = []
    for case .award(let other, let claim) in award.map({ pack.awards[$0].requires.leaves }) ?? [] {
      if claim == .decided || claim == .nominated, !claimed.contains(other) { claimed.append(other) }
    }
    let alone = WitnessSketch(draft: draft)
    return claimed.isEmpty ? [alone] : [alone, WitnessSketch(draft: draft, decided: claimed)]
  }

  /// What stands between a draft and an award when all of it is judged.
  private func obstacles(_ sketch: WitnessSketch, to award: Int?) -> [Text] {
    guard let award, let judged = judged(sketch, for: award) else { return [] }
    let verdict = judged.result.verdicts.first { $0.award == award }
    return (verdict?.because ?? []).map { pack.id(of: $0) }
  }

  /// The days worth trying: for a pack with one law date that day, else the last day of each stretch in which the same
  /// rules are in force, the latest first.
  private func lawDates(_ periods: [DateSpan], within span: DateSpan) -> [CivilDate] {
    if case .day(let day) = pack.lawDate { return span.contains(day) ? [day] : [] }
    // The year may have to be younger than its end.
    var days = [0, -92, -184].compactMap { try? asOf.adding(days: $0) }
    for period in periods + [pack.period] + pack.parameters.flatMap({ $0.values.map(\.span) }) {
      days += [period.from, period.before].compactMap { $0.flatMap { try? $0.adding(days: -1) } }
    }
    return Set(days).filter { $0 <= asOf && pack.period.contains($0) && span.contains($0) }
      .sorted(by: >).prefix(8).map { $0 }
  }

  /// A record with nothing but its key and, where that is a field, its law date.
  private func start(_ type: RecordType, _ lawDate: CivilDate) -> Draft {
    var draft = Draft(of: type, pack.schema)
    if case .field(let name) = pack.lawDate {
      draft = draft.setting(.string(lawDate.text), at: [.field(name)]) ?? draft
    }
    for name in type.key where draft.value(at: [.field(name)]) == nil {
      draft.give(name, WitnessDossier.name)
    }
    return draft
  }

  // MARK: - Aims

  private func parts(
    _ rules: [Int], _ sources: WitnessSources, _ lawDate: CivilDate
  ) -> [Int: WitnessRoot.RuleParts] {
    var parts: [Int: WitnessRoot.RuleParts] = [:]
    for place in rules where pack.rules[place].period.contains(lawDate) {
      let check = pack.rules[place].check
      guard let requires = sources.clause(check.requires) else { continue }
      parts[place] = WitnessRoot.RuleParts(
        rule: place, applies: check.applies.flatMap(sources.clause), requires: requires,
        due: check.due.flatMap(sources.clause))
    }
    return parts
  }

  private func root(_ aim: WitnessRoot.Aim, _ rules: [Int]) -> WitnessRoot {
    let checks = rules.map { pack.rules[$0].check }
    return WitnessRoot(
      aim: aim, reads: reads(checks.flatMap { [$0.applies, $0.requires, $0.due].compactMap { $0 } }),
      rules: rules)
  }

  private func reads(_ formulas: [Formula]) -> [Text] {
    Array(Set(formulas.flatMap { $0.program.checked?.fieldsRead ?? [] }))
  }

  /// What an award asks for, one aim for each part that must be met.
  ///
  /// - Parameter isOneOfMany: whether others must be met too, so that one that binds nobody is no obstacle.
  private func roots(
    of criterion: Criterion, _ parts: [Int: WitnessRoot.RuleParts], isOneOfMany: Bool = false
  ) -> [WitnessRoot] {
    switch criterion {
    case .rule(let place): parts[place].map { [root(.settled($0), [place])] } ?? []
    case .population, .award: []
    case .every(_, let rules): rules.flatMap { roots(of: .rule($0), parts) }
    case .all(let members):
      members.flatMap { roots(of: $0, parts, isOneOfMany: isOneOfMany || members.count > 1) }
    case .any, .atLeast:
      [
        root(
          isOneOfMany ? .unhindered(criterion) : .met(criterion),
          criterion.rules.filter { parts[$0] != nil }.sorted())
      ]
    }
  }
}
