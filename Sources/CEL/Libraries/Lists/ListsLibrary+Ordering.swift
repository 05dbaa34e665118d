import JSON

/// Order among elements: `sort`, `reverse`, `distinct`.
extension ListsLibrary {
  static let ordering = [
    FunctionDeclaration(
      "sort",
      sortable.map { Overload("list_" + $0.name + "_sort", member: true, [.list($0.type)], .list($0.type)) },
      .unary { value, _ in
        guard case .list(let list) = value else { return nil }
        return sort(list.elements)
      }),
    unary("reverse", "list_reverse", list) { .list(ListValue($0.reversed())) },
    unary("distinct", "list_distinct", list, extent: openDistinct) { distinct($0) },
  ]

  private static let openDistinct: FunctionDeclaration.Extending = {
    OpenList($0[0])?.distinct().map(Extent.list)
  }

  private static let sortable: [(name: Text, type: CELType)] = [
    ("int", .int), ("uint", .uint), ("double", .double), ("bool", .bool), ("duration", .duration),
    ("timestamp", .timestamp), ("string", .string), ("bytes", .bytes), ("decimal", .decimal), ("date", .date),
    ("period", .period),
  ]

  /// Ascending and stable; an error where two elements have no order, and for NaN.
  private static func sort(_ elements: [Value]) -> Value? {
    // Every element must have an order with the first, else sorting would only find out by chance.
    for element in elements {
      switch Value.order(elements[0], element) {
      case .ordered: break
      case .unordered: return .error(EvaluationError(.invalidArgument, ["NaN", "sort"]))
      case .incomparable: return nil
      }
    }
    let order = elements.indices.sorted { left, right in
      guard case .ordered(let ordering) = Value.order(elements[left], elements[right]), ordering != .equal
      else {
        return left < right
      }
      return ordering == .less
    }
    return .list(ListValue(order.map { elements[$0] }))
  }

  /// The first of each set of equal elements.
  private static func distinct(_ elements: [Value]) -> Value {
    var seen = MemberIndex()
    var kept: [Value] = []
    for element in elements {
      switch seen.contains(element) {
      case .bool(true): break
      case .bool(false):
        seen.insert(element)
        kept.append(element)
      case let error: return error
      }
    }
    return .list(ListValue(kept))
  }
}
