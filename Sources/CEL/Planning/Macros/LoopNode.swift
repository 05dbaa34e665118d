import JSON

/// A macro that walks a list or map; subclasses fold what its body gives for the elements.
///
/// An incomplete list is walked as if one more, unknown element followed. Where the list itself is unknown, so is
/// the result, with all that the body would need besides.
class LoopNode: Node {
  /// The parts that all macros have.
  struct Parts {
    let source: Child
    /// Slot of the element of a list or key of a map; with `second`, of the index or key.
    let first: Int
    let second: Int?
    /// Steps that one element costs: the number of nodes of the body.
    let weight: Int64
    let name: Text
    let range: SourceRange
  }

  let parts: Parts
  /// Everything that is evaluated for an element.
  private let bodies: [Child]

  init(_ parts: Parts, bodies: [Node]) {
    self.parts = parts
    self.bodies = bodies.map(Child.init)
  }

  /// The result over known elements.
  func fold(_ elements: Elements, _ frame: inout Frame) -> Value { .null }

  /// What is known of the result over an open list.
  enum Found {
    case value(Bool)
    case extent(OpenList)
  }

  /// What all lists agree on that an open one may turn out to be; nil where it is nothing.
  func fold(open list: OpenList, _ frame: inout Frame) -> Found? { nil }

  final override func evaluate(_ frame: inout Frame) -> Value {
    let source = parts.source.evaluate(&frame)
    switch source {
    case .list(let list): return fold(Elements(list), &frame)
    case .map(let map): return fold(Elements(map), &frame)
    case .unknown(let unknown):
      let result = Value.unknown(open(unknown, &frame))
      guard case .list(let list)? = unknown.extent, parts.second == nil,
        let found = fold(open: list, &frame)
      else { return result }
      switch found {
      case .value(let bool): return .bool(bool)
      case .extent(let list): return result.within(.list(list))
      }
    case .error: return source
    default: return .error(EvaluationError.noSuchOverload(parts.name, [source]).located(parts.range))
    }
  }

  /// Sets the variable of a macro of one; false where no steps are left.
  final func enter(_ element: OpenList.Element, _ frame: inout Frame) -> Bool {
    frame.steps -= parts.weight
    guard !frame.isExhausted else { return false }
    frame.locals[parts.first] = element.value
    return true
  }

  /// Sets the variables for one element; false where no steps are left.
  @inline(__always)
  final func enter(_ elements: Elements, _ place: Int, _ frame: inout Frame) -> Bool {
    frame.steps -= parts.weight
    guard !frame.isExhausted else { return false }
    if let second = parts.second {
      frame.locals[parts.first] = elements.key(at: place)
      frame.locals[second] = elements.value(at: place)
    } else {
      frame.locals[parts.first] = elements.element(at: place)
    }
    return true
  }

  /// All that is unknown where the elements are: what the body misses for an element of which nothing is known, and
  /// what the macro misses over every list that the source may turn out to be.
  private func open(_ source: Unknown, _ frame: inout Frame) -> Unknown {
    let element = Value.unknown(source.scalar)
    frame.locals[parts.first] = element
    if let second = parts.second { frame.locals[second] = element }
    var all: Unknown? = source
    for body in bodies { all.add(body.evaluate(&frame)) }
    var results: [Value] = []
    for case .list(let candidate) in source.candidates {
      let result = fold(Elements(candidate), &frame)
      all.add(result)
      results.append(result)
    }
    return (all ?? source).with(candidates: results)
  }

  /// A result as an error of this macro for a body of the wrong type.
  final func mistyped(_ value: Value) -> EvaluationError {
    EvaluationError.noSuchOverload(parts.name, [value]).located(parts.range)
  }
}
