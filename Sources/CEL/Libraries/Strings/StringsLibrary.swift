import JSON

/// The strings extension: functions by code point, indexes from 0.
///
/// No text that a function makes is longer than 16 MiB; a longer one is an overflow.
public enum StringsLibrary {
  public static let library = Library(name: "strings", functions: searching + slicing + rewriting + writing)

  /// A function of a text alone.
  static func unary(
    _ name: Text, _ id: Text, member: Bool = true, _ result: CELType = .string,
    _ implementation: @escaping @Sendable (Text) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload(id, member: member, [.string], result)],
      .unary { value, _ in
        guard case .string(let text) = value else { return nil }
        return implementation(text)
      })
  }

  private static let writing = [
    unary("strings.quote", "strings_quote", member: false) { .bounded($0.quoted, "strings.quote") },
    FunctionDeclaration(
      "format", [Overload("string_format", member: true, [.string, .list(.dyn)], .string)],
      .binary { pattern, arguments, _ in
        guard case .string(let pattern) = pattern, case .list(let list) = arguments else { return nil }
        return TextFormatter.format(pattern, list.elements)
      }),
  ]
}
