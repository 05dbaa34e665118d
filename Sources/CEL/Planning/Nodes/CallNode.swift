import JSON

/// A call of library functions of one name: the first declaration that takes the values gives the result.
final class CallNode: Node {
  private let name: Text
  private let arguments: [Node]
  private let functions: [FunctionDeclaration]
  private let takesOpen: Bool
  private let range: SourceRange

  init(_ name: Text, _ arguments: [Node], functions: [FunctionDeclaration], range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.functions = functions
    takesOpen = functions.allSatisfy { $0.traits.contains(.takesOpen) }
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    var isSettled = true
    for argument in arguments {
      let value = argument.evaluate(&frame)
      frame.charge(for: value)
      if takesOpen ? value.isUnsettled : value.isOpen { isSettled = false }
      values.append(value)
    }
    guard isSettled else { return Value.strict(values) }
    for function in functions {
      if let result = CallNode.call(function, values, frame.context) {
        frame.charge(for: result)
        return result.located(range)
      }
    }
    return .error(EvaluationError.noSuchOverload(name, values).located(range))
  }

  private static func call(
    _ function: FunctionDeclaration, _ values: [Value], _ context: borrowing CallContext
  ) -> Value? {
    switch function.implementation {
    case .nullary(let body): values.isEmpty ? body(context) : nil
    case .unary(let body): values.count == 1 ? body(values[0], context) : nil
    case .binary(let body): values.count == 2 ? body(values[0], values[1], context) : nil
    case .variadic(let body): body(values, context)
    case .intrinsic: nil
    }
  }
}
