import CEL
import JSON

/// The operands of an expression that have a value worth showing, outermost first: not literals, not bodies of macros.
public struct SubexpressionValues {
  public struct Line: Sendable {
    public let depth: Int
    public let text: Text
    public let value: Value
  }

  public private(set) var lines: [Line] = []

  /// - Parameter values: by `Expression.id`, as a trace gives them.
  public init(_ root: Expression, _ values: [Value?]) {
    visit(root, 1, values)
  }

  private mutating func visit(_ expression: Expression, _ depth: Int, _ values: [Value?]) {
    for operand in Self.operands(of: expression) {
      guard let value = values[Int(operand.id)] else { continue }
      lines.append(Line(depth: depth, text: Unparser.text(operand), value: value))
      visit(operand, depth + 1, values)
    }
  }

  private static func operands(of expression: Expression) -> [Expression] {
    let operands: [Expression] =
      switch expression.kind {
      case .literal, .identifier, .has, .select: []
      case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
      case .list(let elements, _): elements
      case .map(let entries): entries.flatMap { [$0.key, $0.value] }
      case .structure(_, let fields): fields.map { $0.value }
      case .comprehension(let comprehension): [comprehension.range]
      case .bind(_, let value, let body): [value, body]
      }
    return operands.filter { if case .literal = $0.kind { false } else { true } }
  }
}
