import JSON

/// The fold of `&&` and `||`, also over the elements of `all` and `exists`: one operand decides, else everything unknown,
/// else the first error.
struct LogicFold {
  let decisive: Bool
  private var unknown: Unknown?
  private var error: EvaluationError?

  init(decisive: Bool) { self.decisive = decisive }

  /// Takes one operand; true where it decides the whole.
  @inline(__always)
  mutating func decides(_ value: Value) -> Bool {
    if case .bool(let bool) = value { return bool == decisive }
    addOther(value)
    return false
  }

  private mutating func addOther(_ value: Value) {
    switch value {
    case .unknown(let found): unknown.add(found)
    case .error(let found): if error == nil { error = found }
    default:
      if error == nil { error = .noSuchOverload(decisive ? Operator.or : Operator.and, [value]) }
    }
  }

  /// The result where no operand decided.
  func result(_ range: SourceRange? = nil) -> Value {
    if let unknown { return .unknown(unknown.scalar) }
    if let error { return .error(range.map { error.located($0) } ?? error) }
    return .bool(!decisive)
  }
}
