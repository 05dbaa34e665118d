import JSON

/// `operand.a.b["c"]`: steps through records, keyed lists, maps and optionals.
///
/// A step that the record does not give makes the whole unknown, with the full path to the last step. From the first
/// optional value on, what is absent is `optional.none()`.
final class PathNode: Node {
  private let operand: Child
  private let steps: [Selector]
  private let range: SourceRange

  init(_ operand: Node, _ steps: [Selector], range: SourceRange) {
    self.operand = Child(operand)
    self.steps = steps
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    PathNode.walk(operand.evaluate(&frame), steps[...], range)
  }

  static func walk(_ start: Value, _ steps: ArraySlice<Selector>, _ range: SourceRange) -> Value {
    var value = start
    for (place, step) in zip(steps.indices, steps) {
      if case .unknown(let unknown) = value { return walk(unknown, steps[place...], range) }
      if case .error = value { return value }
      if case .optional(let optional) = value {
        return walkOptional(optional, steps[place...], range)
      }
      switch Selection(value, step) {
      case .found(let found): value = found
      case .notGiven(let path):
        let full = steps[(place + 1)...].reduce(path) { $0.appending($1.pathStep) }
        return .unknown(Unknown(full))
      case .noKey: return .error(EvaluationError(.noSuchKey, [step.name], range: range))
      case .noField, .unsuitable: return .error(EvaluationError(.noSuchField, [step.name], range: range))
      }
    }
    return value
  }

  /// From an unknown operand: what it misses, and what every value that it may turn out to be misses.
  private static func walk(_ start: Unknown, _ steps: ArraySlice<Selector>, _ range: SourceRange) -> Value {
    guard !start.candidates.isEmpty else { return .unknown(start.bare) }
    let found = start.candidates.map { walk($0, steps, range) }
    var all: Unknown? = start
    for value in found { all.add(value) }
    return .unknown((all ?? start).with(candidates: found))
  }

  /// `optional.a.b`: none where a step is absent.
  private static func walkOptional(
    _ start: OptionalValue, _ steps: ArraySlice<Selector>, _ range: SourceRange
  ) -> Value {
    guard var value = start.value else { return .optional(start) }
    for step in steps {
      if value.isUnsettled { return value }
      switch Selection(value, step) {
      case .found(let found): value = found
      case .notGiven, .noKey: return .optional(OptionalValue(nil))
      case .noField, .unsuitable: return .error(EvaluationError(.noSuchField, [step.name], range: range))
      }
      if case .optional(let inner) = value {
        guard let unwrapped = inner.value else { return value }
        value = unwrapped
      }
    }
    return .optional(OptionalValue(value))
  }
}

/// The root record as an operand of steps.
final class RecordNode: Node {
  override func evaluate(_ frame: inout Frame) -> Value {
    frame.record.map { .record($0.takeUnretainedValue()) } ?? .error(EvaluationError(.undeclaredReference))
  }
}
