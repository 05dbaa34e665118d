import CEL
import Evaluator
import JSON

/// The environments of one record type.
struct RuleEnvironments: Sendable {
  /// For conditions and requirements: they don't read the day of knowledge.
  let plain: Environment
  /// For due days, and for what kinds make that measure elapsed time.
  let due: Environment
  /// For what reports show besides the outcome.
  let display: Environment
  /// For what reads parameters only.
  let constants: Environment
  /// The same where elapsed time is measured.
  let dueDisplay: Environment

  init(_ pack: PackEnvironment, on type: Text) {
    plain = pack.environment(on: type)
    due = pack.environment(on: type, readsAsOf: true)
    constants = pack.constants
    display = pack.environment(on: type, displays: true)
    dueDisplay = pack.environment(on: type, readsAsOf: true, displays: true)
  }
}
