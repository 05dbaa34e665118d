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
  /// `[a, b]`, not all of it constant.
  case literal([Operand])
  /// A quotient that is compared without dividing.
  case ratio(Int, Int, factor: Int64)
}

/// The items of a list, perhaps filtered and transformed.
struct ListOperand {
  let plan: ListPlan
  let field: FieldPlan
  /// The space that tells which items belong to a row.
  let span: Int
  /// The rows of the items.
  let rows: Int
  /// The rows that have such a list each.
  let parent: Int
  /// Over `parent`: known where the list is given.
  let given: Int
  /// Which items count; nil for all.
  var filter: Int?
  /// What stands for an item where it is not the item itself.
  var element: Operand?
  /// Over `parent`: the list is known only where all of them are.
  var guards: [Int] = []
  /// Which of equal values count.
  var counting = Counting.each
  /// True where `filter` asks of an item's value alone, so that of equal items all count or none.
  var filtersValues = false

  enum Counting {
    case each
    /// Each value once.
    case different
    /// Each value that stands more than once, once.
    case repeated
  }

  /// True for a list of the record as it stands.
  var isPlain: Bool {
    filter == nil && element == nil && guards.isEmpty && counting == .each && span == plan.space
  }
  var isComplete: Bool { plan.field?.isComplete ?? true }
}
