/// `cel.bind(variable, value, body)`; an unknown or an error is bound like any value.
final class BindNode: Node {
  private let slot: Int
  private let value: Child
  private let body: Child

  init(slot: Int, _ value: Node, _ body: Node) {
    self.slot = slot
    self.value = Child(value)
    self.body = Child(body)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let bound = value.evaluate(&frame)
    frame.locals[slot] = bound
    return body.evaluate(&frame)
  }
}
