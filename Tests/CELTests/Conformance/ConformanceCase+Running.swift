import CEL
import Foundation
import JSON

extension ConformanceCase {
  /// Why the test fails; nil where it passes.
  func failure() throws -> String? {
    let (parsed, defects) = Parser.parse(text, macros: environment.macros, limits: environment.limits)
    guard let parsed else { return failed(at: "parse", defects) }
    if isUnchecked { return try failure(of: environment.planUnchecked(parsed)) }
    let (checked, diagnostics) = environment.check(parsed)
    guard let checked else { return failed(at: "check", diagnostics) }
    if case .type(let expected, _) = expectation, checked.type.text != expected {
      return "has type \(checked.type.text), not \(expected)"
    }
    return try failure(of: environment.plan(checked))
  }

  private func failed(at stage: String, _ diagnostics: [Diagnostic]) -> String? {
    if case .error = expectation { return nil }
    return "\(stage): \(diagnostics.map { "\($0.code) \($0.arguments)" }.joined(separator: "; "))"
  }

  private func failure(of program: Program) throws -> String? {
    if isOnlyChecked { return nil }
    let context = CallContext(timeZone: ConformanceCase.offset)
    let found = program.evaluate(Activation(variables: values, context: context))
    switch expectation {
    case .error:
      if case .error = found { return nil }
      return "gives \(found), not an error"
    case .value(let expected), .type(_, let expected?):
      let value = try TaggedValue.read(expected)
      if case .error(let error) = found { return "fails: \(error.code) \(error.arguments)" }
      return TaggedValue.matches(found, value) ? nil : "gives \(found), not \(value)"
    case .type(_, nil):
      return nil
    }
  }

  private static let offset: CallContext.TimeZoneHook = { zone, seconds in
    TimeZone(identifier: zone.string).map {
      Int32($0.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }
  }
}
