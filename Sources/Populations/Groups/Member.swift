import CEL
import Evaluator
import JSON

/// A record as a member of a group.
struct Member {
  var key: Text
  /// False where the record may turn out not to count, or to belong to another group.
  var isCertain: Bool
  var content: Content
  /// What keeps it open: paths of the record.
  var missing: [Text]

  /// What the record adds.
  enum Content {
    /// A share: whether it is counted.
    case counted(Truth)
    /// A function: its value, nil where open; `count` takes none.
    case value(Value?)
    /// A trend: whether it is of the current period (nil: of the one before), and its value.
    case dated(Dating, Value?)
    /// What must be unique, no two alike: a record may go by several names; nil where open.
    case names([[Text]]?)
    /// The keys that a list holds; nil where open.
    case list([Text]?)
    /// A record that lists must hold.
    case covered
    /// Nothing is known.
    case lost
  }

  enum Dating {
    case current, previous, open
  }
}
