import CEL
import JSON

extension PackEvaluator {
  /// The finding of one rule, by place in the pack, whatever its period.
  ///
  /// - Parameters:
  ///   - activation: of the record; see `activation(for:on:)`.
  ///   - inDetail: false leaves out the due day, what is missing or wrong and what is measured, for those who count outcomes.
  public func finding(of place: Int, _ activation: Activation, inDetail: Bool = true) -> Finding {
    let rule = pack.rules[place]
    let check = rule.check
    let condition = check.applies?.program.evaluate(activation) ?? .bool(true)
    let applies = Truth(condition)
    guard applies != .no else {
      var finding = Finding(rule: place, outcome: .notApplicable)
      finding.applies = false
      return finding
    }
    let requirement = check.requires.program.evaluate(activation)
    let holds = Truth(requirement)
    // The day changes nothing about a requirement that holds, nor where it cannot be told whether the rule applies.
    let isSettled = holds == .yes || applies == .error
    let due =
      inDetail || !isSettled
      ? dueDay(check, holds, activation) : Due(day: nil, isPast: .yes, value: nil)
    var finding = Finding(
      rule: place,
      outcome: OutcomeTable.outcome(
        applies: applies, requirement: holds, isDue: due.isPast, whenMissing: rule.whenMissing))
    finding.applies = applies.known
    finding.holds = holds.known
    guard inDetail else { return finding }
    finding.due = due.day
    finding.missing = Self.missing(finding.outcome, [condition, requirement, due.value])
    if finding.outcome == .undetermined { finding.error = Self.error([condition, requirement, due.value]) }
    measure(check, &finding, activation)
    return finding
  }

  /// Measured value, limit, distance, failing items and remark, as far as they can be told.
  private func measure(_ check: Check, _ finding: inout Finding, _ activation: Activation) {
    let measured = check.measured?.program.evaluate(activation)
    finding.measured = Self.known(measured)
    if finding.measured == nil { finding.measuredEnds = measured?.ends }
    for bound in check.limit?.bounds ?? [] {
      guard let value = known(bound.value, activation) else { continue }
      finding.limit.append((bound.name, value))
    }
    switch finding.outcome {
    case .satisfied:
      if let exceeds = check.exceeds, case .bool(true) = exceeds.program.evaluate(activation) {
        finding.isExceeded = true
      }
    case .violated, .undetermined, .notYetDue:
      if finding.holds == false {
        let distance = check.distance?.program.evaluate(activation)
        finding.distance = Self.known(distance)
        if finding.distance == nil { finding.distanceEnds = distance?.ends }
      }
      let items = check.failingItems?.program.evaluate(activation).certainElements ?? []
      finding.failingItems = items.compactMap(ValueText.name)
    case .notApplicable: break
    }
  }

  private func known(_ formula: Formula?, _ activation: Activation) -> Value? {
    Self.known(formula?.program.evaluate(activation))
  }

  private static func known(_ value: Value?) -> Value? {
    switch value {
    case .unknown, .error, .null: nil
    default: value
    }
  }

  /// The paths that would have to be given: of the parts that are open, where the outcome is not settled without.
  private static func missing(_ outcome: Outcome, _ parts: [Value?]) -> [Text] {
    guard outcome != .satisfied, outcome != .notApplicable else { return [] }
    var union: Unknown?
    for case .unknown(let unknown)? in parts { union = union?.union(unknown) ?? unknown }
    return union?.paths ?? []
  }

  private static func error(_ parts: [Value?]) -> EvaluationError? {
    for case .error(let error)? in parts { return error }
    return nil
  }
}
