import CEL
import Evaluator

/// One rule as registers, or why it has no column form.
struct RuleProgram {
  /// Place in `CompiledPack.rules`.
  let rule: Int
  let form: Form

  enum Form {
    /// Nil applies always, or is due at once.
    case columns(applies: Int?, requires: Int, due: Int?)
    /// What the interpreter judges where the condition, as far as it is a register, does not say that nothing applies.
    case interpreter(reason: String, applies: Int?)
  }
}

/// What judging a batch by one rule asks for: flat, so that it counts no references.
struct RuleJudgement: BitwiseCopyable {
  let applies: Int?
  /// Nil where the interpreter judges.
  let requires: Int?
  let due: Int?
  /// True where something open counts as violated.
  let isViolatedWhenMissing: Bool
  /// Days from the first on which the rule is in force to the one before `before`, as far as they are bounded.
  let from: Int64
  let before: Int64
  var isBounded: Bool { from != .min || before != .max }

  init(_ program: RuleProgram, _ pack: CompiledPack) {
    switch program.form {
    case .columns(let applies, let requires, let due):
      (self.applies, self.requires, self.due) = (applies, requires, due)
    case .interpreter(_, let applies): (self.applies, requires, due) = (applies, nil, nil)
    }
    let rule = pack.rules[program.rule]
    isViolatedWhenMissing = rule.whenMissing == .violated
    switch pack.lawDate {
    case .day(let day):
      // In force on that day, or never.
      (from, before) = rule.period.contains(day) ? (.min, .max) : (.max, .max)
    case .field:
      let period = rule.period.intersection(pack.period)
      from = period.from.map { Int64($0.daysSinceEpoch) } ?? .min
      before = period.before.map { Int64($0.daysSinceEpoch) } ?? .max
    }
  }
}
