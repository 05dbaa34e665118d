/// A subexpression on its way into the tree.
struct Operand {
  let expression: Expression
  /// Levels of the tree below and with it.
  let height: Int
  /// Bytes that it covers, with the parentheses around it.
  var start: Int
  var end: Int
  var form: Form

  enum Form: UInt8 {
    case other
    /// `a` or `a.b.c` without parentheses: may name a type, and alone the variable of a macro.
    case name
    /// Stands in for what could not be read; nothing more is reported about it.
    case broken
  }
}
