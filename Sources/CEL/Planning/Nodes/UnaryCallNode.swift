import JSON

/// A call with one argument, without an array of arguments.
final class UnaryCallNode: Node {
  typealias Body = @Sendable (Value, borrowing CallContext) -> Value?

  private let callee: Callee
  private let argument: Child
  private let bodies: [Body]

  init(_ callee: Callee, _ argument: Node, _ bodies: [Body]) {
    self.callee = callee
    self.argument = Child(argument)
    self.bodies = bodies
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = argument.evaluate(&frame)
    if callee.isBlocked(by: value) { return callee.open([value]) }
    frame.charge(for: value)
    guard !frame.isExhausted else { return .null }
    for body in bodies {
      if let result = body(value, frame.context) {
        frame.charge(for: result)
        return result.located(callee.range)
      }
    }
    return callee.noSuchOverload([value])
  }
}
