import JSON

extension PackLibrary {
  private static let list = CELType.list(.parameter("T"))

  /// `duplicates(list)`: what stands in it more than once, each value once, in order of its second place;
  /// `without(list, other)`: what the first has and the second lacks, in order. Both are
  /// linear for texts and integers; values of other types are compared with one another.
  static let duplicates = [
    FunctionDeclaration(
      "duplicates", [Overload("duplicates_list", [list], list)],
      extent: { OpenList($0[0])?.duplicates().map(Extent.list) },
      .unary { value, _ in
        guard case .list(let list) = value else { return nil }
        return duplicates(of: list.elements)
      }),
    FunctionDeclaration(
      "without", [Overload("without_list_list", [list, list], list)],
      extent: { arguments in
        guard let list = OpenList(arguments[0]), let other = OpenList(arguments[1]) else { return nil }
        return list.without(other).map(Extent.list)
      },
      .binary { value, other, _ in
        guard case .list(let list) = value, case .list(let other) = other else { return nil }
        return elements(list.elements, without: other.elements)
      }),
  ]

  private static func elements(_ elements: [Value], without others: [Value]) -> Value {
    var known = MemberIndex(others)
    var kept: [Value] = []
    for element in elements {
      switch known.contains(element) {
      case .bool(true): break
      case .bool(false): kept.append(element)
      case let error: return error
      }
    }
    return .list(ListValue(kept))
  }

  private static func duplicates(of elements: [Value]) -> Value {
    var seen = MemberIndex()
    var told = MemberIndex()
    var found: [Value] = []
    for element in elements {
      switch seen.contains(element) {
      case .bool(false): seen.insert(element)
      case .bool(true):
        guard case .bool(false) = told.contains(element) else { continue }
        told.insert(element)
        found.append(element)
      case let error: return error
      }
    }
    return .list(ListValue(found))
  }
}
