/// A variable that the host gives.
final class VariableNode: Node {
  private let slot: Int
  private let undeclared: Value

  init(slot: Int, undeclared: EvaluationError) {
    self.slot = slot
    self.undeclared = .error(undeclared)
  }

  override var isVariable: Bool { true }

  override func evaluate(_ frame: inout Frame) -> Value {
    guard slot < frame.variables.count else { return undeclared }
    return frame.variables[slot] ?? undeclared
  }
}

/// A variable of a macro.
final class LocalNode: Node {
  private let slot: Int

  init(slot: Int) { self.slot = slot }

  override var isVariable: Bool { true }

  override var local: Int? { slot }

  override func evaluate(_ frame: inout Frame) -> Value { frame.locals[slot] }
}
