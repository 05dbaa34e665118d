/// A node as another node holds it: owned, and called without counting references.
///
/// Counting took three quarters of the time of a typical condition. It is not needed: the parent owns the child and
/// never gives it up, and whoever calls the parent keeps the parent.
struct Child {
  let node: Node
  private let direct: Unmanaged<Node>

  init(_ node: Node) {
    self.node = node
    direct = Unmanaged.passUnretained(node)
  }

  @inline(__always)
  func evaluate(_ frame: inout Frame) -> Value {
    direct._withUnsafeGuaranteedRef { $0.evaluate(&frame) }
  }
}
