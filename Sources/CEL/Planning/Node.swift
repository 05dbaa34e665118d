/// A step of a planned expression; each kind is a final class.
///
/// Nodes never change after planning, so a program may run in many tasks at once.
class Node {
  /// Known at plan time, where it is a constant.
  var constant: Value? { nil }

  /// The field that the node reads, where it does nothing else.
  var field: FieldPlace? { nil }

  /// The slot in the frame, for a variable of a macro.
  var local: Int? { nil }

  /// True for a variable, which may be read any number of times.
  var isVariable: Bool { false }

  /// The value over one frame. What a node does with unknown and error is DESIGN §6.
  func evaluate(_ frame: inout Frame) -> Value { .null }
}

/// A value known at plan time.
final class ConstantNode: Node {
  let value: Value

  init(_ value: Value) { self.value = value }

  override var constant: Value? { value }

  override func evaluate(_ frame: inout Frame) -> Value { value }
}
