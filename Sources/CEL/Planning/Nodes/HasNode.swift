import JSON

/// `has(operand.field)` and `operand.?field`: look at the record as given, never unknown where the operand is a path of it.
final class HasNode: Node {
  private let operand: Child
  /// Steps to the field; those before the last are part of the operand.
  private let steps: [Selector]
  private let range: SourceRange

  init(_ operand: Node, _ steps: [Selector], range: SourceRange) {
    self.operand = Child(operand)
    self.steps = steps
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    switch Presence(operand.evaluate(&frame), steps, range) {
    case .given: .bool(true)
    case .absent: .bool(false)
    case .other(let value): value
    }
  }
}

/// `operand.?field`.
final class OptionalSelectNode: Node {
  private let operand: Child
  private let steps: [Selector]
  private let range: SourceRange

  init(_ operand: Node, _ steps: [Selector], range: SourceRange) {
    self.operand = Child(operand)
    self.steps = steps
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    switch Presence(operand.evaluate(&frame), steps, range) {
    case .given(let value): .optional(OptionalValue(value))
    case .absent: .optional(OptionalValue(nil))
    case .other(let value): value
    }
  }
}

/// Whether a path is given.
private enum Presence {
  case given(Value)
  case absent
  /// The operand is unknown or an error, or has no fields.
  case other(Value)

  init(_ start: Value, _ steps: [Selector], _ range: SourceRange) {
    var value = start
    if steps.isEmpty, start.isUnsettled {
      if case .unknown = start { self = .absent } else { self = .other(start) }
      return
    }
    for (place, step) in steps.enumerated() {
      if case .optional(let optional) = value {
        guard let inner = optional.value else {
          self = .absent
          return
        }
        value = inner
      }
      if value.isUnsettled {
        self = .other(value)
        return
      }
      let isLast = place == steps.count - 1
      switch Selection(value, step) {
      case .found(let found): value = found
      case .notGiven:
        self = .absent
        return
      case .noKey where isLast:
        self = .absent
        return
      case .noKey:
        self = .other(.error(EvaluationError(.noSuchKey, [step.name], range: range)))
        return
      case .noField, .unsuitable:
        self = .other(.error(EvaluationError(.noSuchField, [step.name], range: range)))
        return
      }
    }
    self = .given(value)
  }
}
