import CEL
import JSON

extension ConformanceCase {
  /// Why the test fails; nil where it passes.
  func failure(timeZone: @escaping CallContext.TimeZoneHook) -> ConformanceFailure? {
    let (parsed, defects) = Parser.parse(text, macros: environment.macros, limits: environment.limits)
    guard let parsed else { return isErrorExpected ? nil : .parsing(defects) }
    let context = CallContext(timeZone: timeZone)
    if isUnchecked { return failure(of: environment.planUnchecked(parsed), context) }
    let (checked, diagnostics) = environment.check(parsed)
    guard let checked else { return isErrorExpected ? nil : .checking(diagnostics) }
    if case .type(let expected, _) = expectation, checked.type.text != expected {
      return .deduced(checked.type.text, not: expected)
    }
    return failure(of: environment.plan(checked), context)
  }

  private var isErrorExpected: Bool {
    if case .error = expectation { return true }
    return false
  }

  private func failure(of program: Program, _ context: CallContext) -> ConformanceFailure? {
    if isOnlyChecked { return nil }
    let found = program.evaluate(Activation(variables: values, context: context))
    switch expectation {
    case .error:
      if case .error = found { return nil }
      return .gaveNoError(found)
    case .value(let expected), .type(_, let expected?):
      if case .error(let error) = found { return .gaveError(error) }
      return TaggedValue.matches(found, expected) ? nil : .gave(found, not: expected)
    case .type(_, nil):
      return nil
    }
  }
}
