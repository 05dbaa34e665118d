import JSON

/// `text.matches(pattern)`; a constant pattern is compiled once, when the expression is planned.
final class MatchesNode: Node {
  private let text: Child
  private let pattern: Child
  private let compiled: RegexProgram?
  private let range: SourceRange

  init(_ text: Node, _ pattern: Node, range: SourceRange) {
    self.text = Child(text)
    self.pattern = Child(pattern)
    self.range = range
    if case .string(let constant)? = pattern.constant {
      compiled = try? RegexProgram.compile(constant)
    } else {
      compiled = nil
    }
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let subject = text.evaluate(&frame)
    if let compiled, case .string(let text) = subject { return matches(compiled, text, &frame) }
    let source = pattern.evaluate(&frame)
    switch (subject, source) {
    case (.string(let text), .string(let pattern)):
      frame.charge(for: source)
      do throws(RegexError) {
        return matches(try RegexProgram.compile(pattern), text, &frame)
      } catch {
        return .error(EvaluationError(.invalidPattern, [pattern, error.reason], range: range))
      }
    case (.unknown, _), (.error, _), (_, .unknown), (_, .error): return Value.strict(subject, source)
    default: return .error(EvaluationError.noSuchOverload("matches", [subject, source]).located(range))
    }
  }

  /// Uses up a step for 64 instructions that run, at most as many as the pattern has for each byte.
  private func matches(_ program: RegexProgram, _ text: Text, _ frame: inout Frame) -> Value {
    frame.steps -= (Int64(text.utf8.count) * Int64(program.instructionCount)) >> 6
    return frame.isExhausted ? .null : .bool(program.matches(text))
  }
}
