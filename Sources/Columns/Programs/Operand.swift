import CEL
import JSON

/// What an expression stands for while it is compiled.
indirect enum Operand {
  case register(Int)
  case constant(Value)
  /// A scalar field, or a scalar item; of one item of a keyed list where `item` names its register.
  case field(FieldPlan, item: Int?)
  case record(ObjectPlan, item: Int?)
  case list(ListOperand)
  /// `string` of an enum field.
  case memberName(FieldPlan, item: Int?)
  /// `fold` of a text field.
  case folded(FieldPlan, item: Int?)
  /// A quotient that is compared without dividing.
  case ratio(Int, Int, factor: Int64)
}

/// The items of a list, perhaps filtered and transformed.
struct ListOperand {
  let plan: ListPlan
  let field: FieldPlan
  /// Which items count; nil for all.
  var filter: Int?
  /// What stands for an item where it is not the item itself.
  var element: Operand?
}
