import JSON

/// The lists extension: `slice flatten sort distinct reverse first last`, `lists.range`, and the macro `sortBy`.
///
/// Indexes count from 0. No list that a function makes has more than 1 048 576 elements; a longer one is an overflow.
public enum ListsLibrary {
  public static let library = Library(
    name: "lists", functions: selecting + ordering + making, macros: .sorting)

  static let element = CELType.parameter("T")
  static let list = CELType.list(element)

  /// A function of the elements of a list alone.
  static func unary(
    _ name: Text, _ id: Text, _ result: CELType, extent: FunctionDeclaration.Extending? = nil,
    _ implementation: @escaping @Sendable ([Value]) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload(id, member: true, [list], result)], extent: extent,
      .unary { value, _ in
        guard case .list(let list) = value else { return nil }
        return implementation(list.elements)
      })
  }

  private static let selecting = [
    FunctionDeclaration(
      "slice", [Overload("list_slice", member: true, [list, .int, .int], list)],
      .variadic { arguments, _ in slice(arguments) }),
    unary("first", "list_first", .optional(element)) { .optional(OptionalValue($0.first)) },
    unary("last", "list_last", .optional(element)) { .optional(OptionalValue($0.last)) },
  ]

  private static func slice(_ arguments: [Value]) -> Value? {
    guard arguments.count == 3, case .list(let list) = arguments[0], case .int(let start) = arguments[1],
      case .int(let end) = arguments[2]
    else { return nil }
    let size = list.elements.count
    guard 0...Int64(size) ~= start else { return .outOfBounds(start, size: size) }
    guard 0...Int64(size) ~= end else { return .outOfBounds(end, size: size) }
    guard start <= end else { return .reversedRange(start, end) }
    return .list(ListValue(Array(list.elements[Int(start)..<Int(end)])))
  }
}
