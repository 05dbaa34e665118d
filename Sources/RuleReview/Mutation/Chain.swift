import CEL
import JSON

/// A chain of `&&` or of `||`, which the parser reads as a balanced tree.
struct Chain {
  let function: Text
  let operands: [Expression]
  private let whole: Expression

  /// Nil where the node is no such operator.
  init?(_ expression: Expression) {
    guard case .call(let function, target: nil, _) = expression.kind,
      function == Operator.and || function == Operator.or
    else { return nil }
    self.function = function
    whole = expression
    operands = Self.operands(of: expression, function)
  }

  private static func operands(of expression: Expression, _ function: Text) -> [Expression] {
    guard case .call(function, target: nil, let arguments) = expression.kind else { return [expression] }
    return arguments.flatMap { operands(of: $0, function) }
  }

  /// The chain of other operands, at least one.
  func rebuilt(_ operands: [Expression]) -> Expression { joined(operands, function) }

  /// The chain of the other operator.
  var flipped: Expression { joined(operands, function == Operator.and ? Operator.or : Operator.and) }

  private func joined(_ operands: [Expression], _ function: Text) -> Expression {
    guard var joined = operands.first else { return whole }
    for operand in operands.dropFirst() {
      joined = whole.with(.call(function: function, target: nil, arguments: [joined, operand]))
    }
    return joined
  }
}
