import CEL
import JSON

/// A part of an expression that stands in a string of a file.
struct ExpressionPart {
  let node: JSONNode
  let expression: Expression
  /// Nil for the whole.
  let parent: Expression?

  /// Bytes of the decoded text.
  var range: Range<Int> {
    Int(expression.range.start)..<max(Int(expression.range.start), Int(expression.range.end))
  }

  /// The part and everything in it, outermost first.
  static func walk(_ node: JSONNode, _ root: Expression) -> [ExpressionPart] {
    var parts = [ExpressionPart(node: node, expression: root, parent: nil)]
    var next = 0
    while next < parts.count {
      let part = parts[next]
      for child in part.expression.children {
        parts.append(ExpressionPart(node: node, expression: child, parent: part.expression))
      }
      next += 1
    }
    return parts
  }

  /// The operands of a call of this operator; nil for anything else.
  func operands(of function: Text) -> [Expression]? {
    guard case .call(function, nil, let operands) = expression.kind else { return nil }
    return operands
  }
}

extension Expression {
  /// The sides of a chain of calls of an operator; the expression itself where it is none.
  func chain(of function: Text) -> [Expression] {
    operands(of: function)?.flatMap { $0.chain(of: function) } ?? [self]
  }

  func operands(of function: Text) -> [Expression]? {
    guard case .call(function, nil, let operands) = kind else { return nil }
    return operands
  }

  var literal: Literal? {
    if case .literal(let literal) = kind { return literal }
    return nil
  }
}
