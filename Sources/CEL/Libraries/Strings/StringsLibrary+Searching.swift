import JSON

/// `indexOf` and `lastIndexOf`.
extension StringsLibrary {
  static let searching = [
    search("indexOf", "string_index_of_string") { text, part, start in
      text.firstOffset(of: part, from: start ?? 0)
    },
    search("lastIndexOf", "string_last_index_of_string") { text, part, last in
      text.lastOffset(of: part, upTo: last ?? .max)
    },
  ]

  /// - Parameter find: works in bytes; the bound is where an occurrence may begin, at the earliest or latest.
  private static func search(
    _ name: Text, _ id: Text, _ find: @escaping @Sendable (Text, Text, _ bound: Int?) -> Int?
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(id, member: true, [.string, .string], .int),
        Overload(id + "_int", member: true, [.string, .string, .int], .int),
      ],
      .variadic { arguments, _ in
        guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
          case .string(let part) = arguments[1]
        else { return nil }
        var bound: Int?
        if arguments.count == 3 {
          guard case .int(let index) = arguments[2] else { return nil }
          guard let offset = text.byteOffset(ofCodePoint: index) else {
            return .outOfBounds(index, size: text.codePointCount)
          }
          bound = offset
        }
        guard let found = find(text, part, bound) else { return .int(-1) }
        return .int(text.codePointIndex(atByteOffset: found))
      })
  }
}
