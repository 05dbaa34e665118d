import JSON

/// A call with one argument, without an array of arguments.
final class UnaryCallNode: Node {
  typealias Body = @Sendable (Value, borrowing CallContext) -> Value?

  private let name: Text
  private let argument: Node
  private let first: Body
  private let rest: [Body]
  private let takesOpen: Bool
  private let range: SourceRange

  init(
    _ name: Text, _ argument: Node, first: @escaping Body, rest: [Body], takesOpen: Bool, range: SourceRange
  ) {
    self.name = name
    self.argument = argument
    self.first = first
    self.rest = rest
    self.takesOpen = takesOpen
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = argument.evaluate(&frame)
    if takesOpen ? value.isUnsettled : value.isOpen { return Value.strict(value) }
    frame.charge(for: value)
    if let result = first(value, frame.context) { return finished(result, &frame) }
    for body in rest {
      if let result = body(value, frame.context) { return finished(result, &frame) }
    }
    return .error(EvaluationError.noSuchOverload(name, [value]).located(range))
  }

  @inline(__always)
  private func finished(_ result: Value, _ frame: inout Frame) -> Value {
    frame.charge(for: result)
    return result.located(range)
  }
}
