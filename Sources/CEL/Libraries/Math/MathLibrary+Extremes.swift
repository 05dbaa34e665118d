import JSON

/// `math.greatest` and `math.least`: of numbers of any types, given one by one or in one list.
extension MathLibrary {
  static let greatest = extreme("math.greatest", "math_@max", wanted: .greater)
  static let least = extreme("math.least", "math_@min", wanted: .less)

  private static func extreme(_ name: Text, _ id: Text, wanted: Ordering) -> FunctionDeclaration {
    FunctionDeclaration(
      name, overloads(id), traits: .takesAnyCount,
      .variadic { arguments, _ in
        if arguments.count == 1, case .list(let list) = arguments[0] {
          return list.elements.isEmpty
            ? .error(EvaluationError(.emptyList)) : find(wanted, among: list.elements)
        }
        return find(wanted, among: arguments)
      })
  }

  /// One number, two of any types, a list; three and more are `dyn`.
  private static func overloads(_ id: Text) -> [Overload] {
    var overloads = numbers.map { Overload(id + "_" + $0.name, [$0.type], $0.type) }
    for left in numbers {
      for right in numbers {
        let result = left.type == right.type ? left.type : .dyn
        overloads.append(Overload(id + "_" + left.name + "_" + right.name, [left.type, right.type], result))
      }
    }
    overloads += numbers.map { Overload(id + "_list_" + $0.name, [.list($0.type)], $0.type) }
    overloads.append(Overload(id + "_dyn", [.dyn, .dyn, .dyn], .dyn))
    return overloads
  }

  /// The first of the numbers that no other surpasses; nil where something is no number.
  private static func find(_ wanted: Ordering, among values: [Value]) -> Value? {
    guard var best = values.first, best.isNumber else { return nil }
    for value in values {
      guard value.isNumber else { return nil }
      switch Value.numericOrder(value, best) {
      case .ordered(let ordering): if ordering == wanted { best = value }
      case .unordered: return .error(EvaluationError(.invalidArgument, ["NaN", "math.greatest, math.least"]))
      case .incomparable: return nil
      }
    }
    return best
  }
}
