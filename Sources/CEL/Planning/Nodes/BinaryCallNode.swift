import JSON

/// A call with two arguments, without an array of arguments.
final class BinaryCallNode: Node {
  typealias Body = @Sendable (Value, Value, borrowing CallContext) -> Value?

  private let callee: Callee
  private let left: Child
  private let right: Child
  private let bodies: [Body]

  init(_ callee: Callee, _ left: Node, _ right: Node, _ bodies: [Body]) {
    self.callee = callee
    self.left = Child(left)
    self.right = Child(right)
    self.bodies = bodies
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let (a, b) = (left.evaluate(&frame), right.evaluate(&frame))
    if callee.isBlocked(by: a) || callee.isBlocked(by: b) {
      return callee.open([a, b])
    }
    frame.charge(for: a)
    frame.charge(for: b)
    guard !frame.isExhausted else { return .null }
    for body in bodies {
      if let result = body(a, b, frame.context) {
        frame.charge(for: result)
        return result.located(callee.range)
      }
    }
    return callee.noSuchOverload([a, b])
  }
}
