import JSON

/// What a node of a checked expression stands for.
///
/// On a `has` node the reference is that of the field asked for.
public enum Reference: Sendable {
  /// A field of the root record, by slots from the record inwards.
  case rootField([Int])
  /// The field of a record-valued operand.
  case recordField(Int)
  /// The item with this key of an operand that is a keyed list.
  case item(Text)
  /// A declared variable, by slot; stands for the whole dotted name where the node is a selection.
  case variable(Int)
  /// A variable of an enclosing macro.
  case local(Text)
  /// A value known when the pack loads: an enum member, a literal converted to its neighbour's type, a type name.
  case constant(Value)
  /// A function by the name that the container resolved to.
  case function(Text)
}
