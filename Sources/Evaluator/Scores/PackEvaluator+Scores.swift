import CEL
import JSON

extension PackEvaluator {
  /// The scores of a record, by place in the pack, from findings by place of their rule.
  func scores(
    _ scores: [Int], _ findings: [Finding], _ places: [Int?], _ activation: Activation
  ) -> [Int: Value] {
    var values: [Int: Value] = [:]
    for score in scores {
      let compiled = pack.scores[score]
      var total = Sum()
      for part in compiled.parts { total.add(value(of: part, findings, places, activation)) }
      values[score] = capped(total.value, compiled.range, activation)
    }
    return values
  }

  private func value(
    of part: CompiledScore.Part, _ findings: [Finding], _ places: [Int?], _ activation: Activation
  ) -> Value {
    var sum = Sum()
    switch part.content {
    case .value(let formula): sum.add(formula.program.evaluate(activation))
    case .rules(let rules):
      for rule in rules {
        guard let place = places[rule] else { continue }
        sum.add(points(of: findings[place], activation))
      }
    }
    var value = sum.value
    if let weight = part.weight {
      value = Self.combined(value, weight.program.evaluate(activation)) { left, right in
        do throws(ArithmeticError) { return try left * right } catch { return nil }
      }
    }
    return capped(value, part.range, activation)
  }

  /// What a finding adds: unknown while its outcome is open and makes a difference.
  private func points(of finding: Finding, _ activation: Activation) -> Value {
    guard let points = pack.rules[finding.rule].points else { return .decimal(.zero) }
    let satisfied = points.satisfied?.program.evaluate(activation) ?? .decimal(.zero)
    let violated = points.violated?.program.evaluate(activation) ?? .decimal(.zero)
    switch finding.outcome {
    case .satisfied: return satisfied
    case .violated: return violated
    case .notApplicable: return .decimal(.zero)
    case .undetermined, .notYetDue: break
    }
    if let error = finding.error { return .error(error) }
    if finding.applies == true, let one = Self.number(satisfied), one == Self.number(violated) {
      return satisfied
    }
    let rule = Path.root.appending(.field(pack.rules[finding.rule].id))
    return .unknown(Unknown(paths: Set(finding.missing)) ?? Unknown(rule))
  }

  private func capped(_ value: Value, _ range: CompiledScore.Range, _ activation: Activation) -> Value {
    var value = value
    if let most = range.atMost?.program.evaluate(activation) { value = Self.combined(value, most, min) }
    if let least = range.atLeast?.program.evaluate(activation) { value = Self.combined(value, least, max) }
    return value
  }

  /// An operation on two numbers; nil of it is an overflow. What is in error comes before what is unknown.
  private static func combined(
    _ left: Value, _ right: Value, _ operation: (Decimal, Decimal) -> Decimal?
  ) -> Value {
    if case .error = left { return left }
    if case .error = right { return right }
    if case .unknown(let unknown) = left {
      if case .unknown(let other) = right { return .unknown(unknown.union(other)) }
      return left
    }
    if case .unknown = right { return right }
    guard let left = number(left), let right = number(right),
      let result = operation(left, right)
    else { return .error(EvaluationError(.overflow)) }
    return .decimal(result)
  }

  private static func number(_ value: Value) -> Decimal? {
    if case .ratio(let ratio) = value { return ratio.exactDecimal }
    return value.exactDecimal
  }

  /// A sum of exact numbers, unknowns and errors.
  private struct Sum {
    private(set) var value: Value = .decimal(.zero)

    mutating func add(_ addend: Value) {
      value = PackEvaluator.combined(value, addend) { left, right in
        do throws(ArithmeticError) { return try left + right } catch { return nil }
      }
    }
  }
}
