import Evaluator
import JSON

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

/// One award as registers.
struct AwardProgram {
  let award: Int
  let applies: Int?
  /// Why the interpreter judges it; nil where columns do.
  let reason: String?
}
