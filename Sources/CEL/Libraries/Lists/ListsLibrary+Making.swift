import JSON

/// New lists: `lists.range`, `flatten`.
extension ListsLibrary {
  static let making = [
    FunctionDeclaration(
      "lists.range", [Overload("lists_range", [.int], .list(.int))],
      .unary { value, _ in
        guard case .int(let count) = value else { return nil }
        guard count >= 0 else { return .outOfRange(value) }
        guard count <= Int64(SizeLimits.list) else { return .overflow("lists.range") }
        return .list(ListValue((0..<count).map(Value.int)))
      }),
    FunctionDeclaration(
      "flatten",
      [
        Overload("list_flatten", member: true, [.list(list)], list),
        Overload("list_flatten_int", member: true, [.list(.dyn), .int], .list(.dyn)),
      ], extent: { $0.count == 1 ? OpenList($0[0])?.flattened().map(Extent.list) : nil },
      .variadic { arguments, _ in flatten(arguments) }),
  ]

  private static func flatten(_ arguments: [Value]) -> Value? {
    guard arguments.count == 1 || arguments.count == 2, case .list(let list) = arguments[0] else {
      return nil
    }
    var depth: Int64 = 1
    if arguments.count == 2 {
      guard case .int(let given) = arguments[1] else { return nil }
      guard given >= 0 else { return .outOfRange(arguments[1]) }
      depth = given
    }
    var elements: [Value] = []
    return append(list, depth: depth, to: &elements) ? .list(ListValue(elements)) : .overflow("flatten")
  }

  /// False where the result becomes too long; it might, though the lists are small, where one occurs many times.
  private static func append(_ list: ListValue, depth: Int64, to elements: inout [Value]) -> Bool {
    for element in list.elements {
      if depth > 0, case .list(let inner) = element {
        guard append(inner, depth: depth - 1, to: &elements) else { return false }
      } else {
        elements.append(element)
      }
    }
    return elements.count <= SizeLimits.list
  }
}
