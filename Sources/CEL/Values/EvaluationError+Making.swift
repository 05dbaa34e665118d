import JSON

extension EvaluationError {
  /// No overload of a function fits its arguments.
  public static func noSuchOverload(_ function: Text, _ arguments: [Value]) -> EvaluationError {
    EvaluationError(.noSuchOverload, [function] + arguments.map { TypeValue($0.type).name })
  }

  /// The same error with a place in the expression, unless it has one.
  func located(_ place: SourceRange) -> EvaluationError {
    range == nil ? EvaluationError(code, arguments, range: place) : self
  }
}

extension Value {
  /// An error gets its place in the expression; all other values stay as they are.
  @inline(__always)
  func located(_ place: SourceRange) -> Value {
    if case .error(let error) = self { return .error(error.located(place)) }
    return self
  }
}
