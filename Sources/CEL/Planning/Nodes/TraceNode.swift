/// Notes the value of a subexpression on its way up; only trees planned for a trace hold such nodes.
final class TraceNode: Node {
  private let id: Int
  private let node: Node

  init(id: Int, _ node: Node) {
    self.id = id
    self.node = node
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = node.evaluate(&frame)
    if frame.trace.indices.contains(id) { frame.trace[id] = value }
    return value
  }
}
