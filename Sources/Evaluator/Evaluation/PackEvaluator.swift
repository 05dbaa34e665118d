import CEL
import JSON

/// Judges records one by one by a compiled pack, on one day of knowledge.
public struct PackEvaluator: Sendable {
  public private(set) var pack: CompiledPack
  /// Read by due dates and elapsed time only.
  public private(set) var asOf: CivilDate
  /// What is judged of each record type, by its name.
  private let plans: [Text: Plan]
  public let context: CallContext

  /// What is judged of one record type, by place in the pack.
  private struct Plan {
    var rules: [Int] = []
    /// Of `rules`: those that read a score.
    var lateRules: Set<Int> = []
    var awards: [Int] = []
    var scores: [Int] = []
    /// Leaves of its awards that look beyond the record.
    var leavesBeyond: [Criterion.Leaf] = []
    /// True where rules on many records count it.
    var isCounted = false
    /// True where other records lead to it.
    var isRelated = false

    /// True for what is only there to be looked at from other records: nothing of it depends on a law date.
    var isPassive: Bool { isRelated && !isCounted && rules.isEmpty && awards.isEmpty }
  }

  public init(_ pack: CompiledPack, asOf: CivilDate, timeZone: CallContext.TimeZoneHook? = nil) {
    self.pack = pack
    self.asOf = asOf
    var plans: [Text: Plan] = [:]
    for type in pack.recordTypes { plans[type.name] = Plan() }
    let scored = Set(pack.scores.map { $0.on })
    for place in pack.rules.indices {
      let on = pack.rules[place].on
      plans[on, default: Plan()].rules.append(place)
      if scored.contains(on), pack.rules[place].check.formulas.contains(where: { $0.readsScores }) {
        plans[on, default: Plan()].lateRules.insert(place)
      }
    }
    for (place, score) in pack.scores.enumerated() { plans[score.on, default: Plan()].scores.append(place) }
    for (place, award) in pack.awards.enumerated() {
      plans[award.on, default: Plan()].awards.append(place)
      plans[award.on, default: Plan()].leavesBeyond += award.requires.leaves { $0.rule == nil }
    }
    for name in pack.countedTypes { plans[name, default: Plan()].isCounted = true }
    for name in pack.relatedTypes { plans[name, default: Plan()].isRelated = true }
    self.plans = plans
    context = CallContext(timeZone: timeZone, packOffset: pack.timeZoneOffset)
  }

  /// The same on another day of knowledge, in time that doesn't grow with the pack.
  public func on(_ day: CivilDate) -> PackEvaluator {
    var evaluator = self
    evaluator.asOf = day
    return evaluator
  }

  /// The same with parts of its pack replaced, without planning anew: each on the same record type and reading no
  /// relation or score that the part before did not read.
  public func replacing(_ change: (inout CompiledPack) -> Void) -> PackEvaluator {
    var evaluator = self
    change(&evaluator.pack)
    return evaluator
  }

  /// Every finding and verdict on one record.
  ///
  /// - Parameter beyond: what is known of the leaves that look beyond it; a record alone leaves them open.
  public func evaluate(
    _ record: RecordValue, beyond: (Criterion.Leaf) -> LeafResult = { _ in .open }
  ) -> Evaluation {
    let plan = plans[record.type.name] ?? Plan()
    let lawDate: CivilDate
    switch lawDateOf(record) {
    case .success(let day): lawDate = day
    case .failure where plan.isPassive: lawDate = asOf
    case .failure(let refusal): return .refused(refusal)
    }
    var activation = activation(for: record, on: lawDate)
    var findings: [Finding] = []
    var places = [Int?](repeating: nil, count: pack.rules.count)
    for place in plan.rules where pack.rules[place].period.contains(lawDate) {
      places[place] = findings.count
      findings.append(
        plan.lateRules.contains(place)
          ? Finding(rule: place, outcome: .undetermined) : finding(of: place, activation))
    }
    let scores = scores(plan.scores, findings, places, activation)
    if !scores.isEmpty {
      activation = self.activation(for: record, on: lawDate, scores: scores)
      for place in plan.lateRules {
        if let index = places[place] { findings[index] = finding(of: place, activation) }
      }
    }
    let hasOtherUse = plan.rules.isEmpty && (plan.isCounted || plan.isRelated || !plan.awards.isEmpty)
    guard !findings.isEmpty || hasOtherUse else {
      return .refused(.noRuleInForce(type: record.type.name, day: lawDate))
    }
    var known: [Criterion.Leaf: LeafResult] = [:]
    for leaf in plan.leavesBeyond { known[leaf] = beyond(leaf) }
    let verdicts = plan.awards.map {
      verdict(of: $0, findings: findings, places: places, activation) { known[$0] ?? .open }
    }
    return .judged(
      RecordResult(
        record: record, lawDate: lawDate, findings: findings, verdicts: verdicts, scores: scores,
        beyond: known))
  }

  /// True for a record type that is only there to be looked at from other records: nothing of it depends on a law date.
  public func isPassive(_ type: Text) -> Bool { plans[type]?.isPassive ?? false }

  /// The variables that formulas read: each parameter by its place, the scores of the record's type, then `asOf`.
  ///
  /// - Parameter scores: by place in the pack; one that is absent is no value.
  public func activation(
    for record: RecordValue, on lawDate: CivilDate, scores: [Int: Value] = [:]
  ) -> Activation {
    var variables: [Value?] = pack.parameters.map { $0.value(on: lawDate) }
    for place in plans[record.type.name]?.scores ?? [] { variables.append(scores[place]) }
    variables.append(.date(asOf))
    return Activation(record: record, variables: variables, context: context)
  }

  /// The same for a record that has been judged.
  public func activation(of result: RecordResult) -> Activation {
    activation(for: result.record, on: result.lawDate, scores: result.scores)
  }

  /// The variables of formulas that read parameters only.
  public func constants(on lawDate: CivilDate) -> Activation {
    Activation(variables: pack.parameters.map { $0.value(on: lawDate) }, context: context)
  }
}

extension Formula {
  /// True where it asks whether something is given (`has`, `.?`), which is never unknown.
  public var asksWhatIsGiven: Bool { program.expression.root.asksWhatIsGiven }
}

extension Expression {
  fileprivate var asksWhatIsGiven: Bool {
    switch kind {
    case .has, .select(_, field: _, optional: true), .call(function: "has", target: _, arguments: _): true
    default: children.contains { $0.asksWhatIsGiven }
    }
  }
}
