import CEL
import JSON
import Testing

/// The standard library and all extensions, without a limit to the estimate of cost.
let extendedEnvironment = {
  var limits = Environment.Limits()
  limits.cost = .max
  return Environment(libraries: [StandardLibrary.library] + Library.extensions, limits: limits)
}()

/// The value of an expression, checked and planned.
func evaluate(_ text: Text, sourceLocation: SourceLocation = #_sourceLocation) throws -> Value {
  let (program, diagnostics) = extendedEnvironment.compile(text)
  #expect(diagnostics.isEmpty, "\(text)", sourceLocation: sourceLocation)
  return try #require(program, sourceLocation: sourceLocation).evaluate(Activation())
}

/// Expects that an expression is true.
func expectTrue(_ text: Text, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let value = try evaluate(text, sourceLocation: sourceLocation)
  guard case .bool(true) = value else {
    Issue.record("\(text) is \(summary(value))", sourceLocation: sourceLocation)
    return
  }
}

/// Expects that an expression gives an error, also where nothing was checked.
func expectError(
  _ text: Text, _ code: EvaluationError.Code, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (parsed, _) = Parser.parse(text, macros: extendedEnvironment.macros)
  let program = extendedEnvironment.planUnchecked(try #require(parsed, sourceLocation: sourceLocation))
  let value = program.evaluate(Activation())
  guard case .error(let error) = value, error.code == code else {
    Issue.record("\(text) is \(summary(value))", sourceLocation: sourceLocation)
    return
  }
}

private func summary(_ value: Value) -> String {
  switch value {
  case .error(let error): "\(error.code) \(error.arguments)"
  case .string(let text): "'\(text)'"
  case .int(let int): "\(int)"
  case .double(let double): "\(double)"
  case .list(let list): "[\(list.elements.map(summary).joined(separator: ", "))]"
  default: "\(value)"
  }
}
