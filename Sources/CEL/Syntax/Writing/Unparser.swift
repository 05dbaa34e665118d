import JSON

/// Writes a tree as canonical text: one space around binary operators and behind commas, the fewest parentheses.
///
/// The text of a parsed tree, parsed again with the same macros, gives that tree; a chain of `&&` or `||` may be
/// balanced differently, which has no meaning.
public struct Unparser {
  var output: [UInt8] = []

  /// The canonical text of a tree; linear in its size.
  ///
  /// Numbers stay as they were written; strings get the quotes that need the fewest escapes, single ones if in doubt.
  public static func text(_ expression: Expression) -> Text {
    var unparser = Unparser()
    unparser.write(expression, atLeast: Precedence.conditional)
    return Text(utf8: unparser.output)
  }

  /// How strongly forms of expressions hold together; binary operators lie between `conditional` and `unary`.
  enum Precedence {
    static let conditional = 0
    static let logicalOr = 1
    static let unary = 6
    static let member = 7
  }

  /// Writes a node, in parentheses where it holds together less strongly than its place asks.
  mutating func write(_ expression: Expression, atLeast minimum: Int) {
    guard Self.precedence(expression) < minimum else { return write(expression) }
    append("(")
    write(expression)
    append(")")
  }

  private static func precedence(_ expression: Expression) -> Int {
    guard case .call(let function, target: nil, _) = expression.kind else { return Precedence.member }
    if let operation = BinaryOperator(function: function) { return operation.precedence }
    switch function {
    case Operator.conditional: return Precedence.conditional
    case Operator.not, Operator.negate: return Precedence.unary
    default: return Precedence.member
    }
  }

  private mutating func write(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): write(literal)
    case .identifier(let name, let leadingDot):
      if leadingDot { append(".") }
      append(name)
    case .select(let operand, let field, let optional):
      write(operand, atLeast: Precedence.member)
      append(optional ? ".?" : ".")
      writeField(field)
    case .has(let operand, let field):
      append("has(")
      write(operand, atLeast: Precedence.member)
      append(".")
      writeField(field)
      append(")")
    case .call(let function, let target, let arguments): writeCall(function, target, arguments)
    case .list(let items, let optional):
      append("[")
      for (index, item) in items.enumerated() {
        separate(index)
        if index < optional.count, optional[index] { append("?") }
        write(item)
      }
      append("]")
    case .map(let entries): writeMap(entries)
    case .structure(let type, let fields): writeStructure(type, fields)
    case .comprehension(let comprehension): write(comprehension)
    case .bind(let variable, let value, let body):
      append("cel.bind(")
      append(variable)
      append(", ")
      write(value)
      append(", ")
      write(body)
      append(")")
    }
  }

  private mutating func writeMap(_ entries: [Expression.MapEntry]) {
    append("{")
    for (index, entry) in entries.enumerated() {
      separate(index)
      if entry.optional { append("?") }
      write(entry.key)
      append(": ")
      write(entry.value)
    }
    append("}")
  }

  private mutating func writeStructure(_ type: Text, _ fields: [Expression.FieldEntry]) {
    append(type)
    append("{")
    for (index, entry) in fields.enumerated() {
      separate(index)
      if entry.optional { append("?") }
      writeField(entry.field)
      append(": ")
      write(entry.value)
    }
    append("}")
  }

  mutating func append(_ text: Text) { output += text.utf8 }

  /// A comma before every element but the first.
  mutating func separate(_ index: Int) {
    if index > 0 { append(", ") }
  }
}
