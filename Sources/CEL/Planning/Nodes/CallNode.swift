import JSON

/// A call of library functions of one name: the first declaration that takes the values gives the result.
final class CallNode: Node {
  private let callee: Callee
  private let arguments: [Child]
  private let functions: [FunctionDeclaration]

  init(_ callee: Callee, _ arguments: [Node], functions: [FunctionDeclaration]) {
    self.callee = callee
    self.arguments = arguments.map(Child.init)
    self.functions = functions
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    var isBlocked = false
    for argument in arguments {
      let value = argument.evaluate(&frame)
      frame.charge(for: value)
      if callee.isBlocked(by: value) { isBlocked = true }
      values.append(value)
    }
    if isBlocked { return callee.open(values) }
    guard !frame.isExhausted else { return .null }
    for function in functions {
      if let result = CallNode.call(function, values, frame.context) {
        frame.charge(for: result)
        return result.located(callee.range)
      }
    }
    return callee.noSuchOverload(values)
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
