import JSON

/// The sets extension: relations between lists taken as sets, by CEL's equality.
///
/// Linear where all elements are texts, integers or bools; any others are compared with each element of the other
/// list (see `MemberIndex`).
public enum SetsLibrary {
  public static let library = Library(
    name: "sets",
    functions: [
      relation("sets.contains", "list_sets_contains_list") { .allOf($1, in: $0) },
      relation("sets.equivalent", "list_sets_equivalent_list") { left, right in
        let forth = Value.allOf(left, in: right)
        guard case .bool(true) = forth else { return forth }
        return .allOf(right, in: left)
      },
      relation("sets.intersects", "list_sets_intersects_list") { .anyOf($0, in: $1) },
    ])

  private static let list = CELType.list(.parameter("T"))

  private static func relation(
    _ name: Text, _ id: Text, _ holds: @escaping @Sendable ([Value], [Value]) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload(id, [list, list], .bool)],
      .binary { left, right, _ in
        guard case .list(let left) = left, case .list(let right) = right else { return nil }
        return holds(left.elements, right.elements)
      })
  }
}

extension Value {
  /// Whether every element is in a list: false where one is not, else an error where that can't be told.
  fileprivate static func allOf(_ elements: [Value], in list: [Value]) -> Value {
    var members = MemberIndex(list)
    var fold = LogicFold(decisive: false)
    for element in elements where fold.decides(members.contains(element)) { return .bool(false) }
    return fold.result()
  }

  /// Whether some element is in a list: true where one is, else an error where that can't be told.
  fileprivate static func anyOf(_ elements: [Value], in list: [Value]) -> Value {
    var members = MemberIndex(list)
    var fold = LogicFold(decisive: true)
    for element in elements where fold.decides(members.contains(element)) { return .bool(true) }
    return fold.result()
  }
}
