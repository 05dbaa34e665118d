import JSON

/// Functions of strings, by code point.
extension StandardLibrary {
  static let texts: [FunctionDeclaration] = [
    predicate("contains", "contains_string") { $0.contains($1) },
    predicate("startsWith", "starts_with_string") { $0.hasPrefix($1) },
    predicate("endsWith", "ends_with_string") { $0.hasSuffix($1) },
    FunctionDeclaration(
      "matches",
      [
        Overload("matches", [.string, .string], .bool),
        Overload("matches_string", member: true, [.string, .string], .bool),
      ], .intrinsic),
  ]

  private static func predicate(
    _ name: Text, _ id: Text, _ holds: @escaping @Sendable (Text, Text) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload(id, member: true, [.string, .string], .bool)],
      .binary { left, right, _ in
        guard case .string(let text) = left, case .string(let other) = right else { return nil }
        return .bool(holds(text, other))
      })
  }
}
