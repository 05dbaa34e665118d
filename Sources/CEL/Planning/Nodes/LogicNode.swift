import JSON

/// `&&` and `||` of two or more operands.
///
/// The deciding value wins from any operand; without it everything unknown is the result, then the first error.
final class LogicNode: Node {
  private let operands: [Node]
  /// The value that decides: false for `&&`, true for `||`.
  private let decisive: Bool
  private let range: SourceRange

  init(_ operands: [Node], decisive: Bool, range: SourceRange) {
    self.operands = operands
    self.decisive = decisive
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    var fold = LogicFold(decisive: decisive)
    for operand in operands where fold.decides(operand.evaluate(&frame)) { return .bool(decisive) }
    return fold.result(range)
  }
}

/// The fold of `&&` and `||`, also over the elements of `all` and `exists`.
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
