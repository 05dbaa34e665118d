import JSON

/// What kinds use to show which items fail and which papers are missing: `isKnownTrue` and `isKnownFalse`.
///
/// Both answer false for what is unknown or failed. So they break the law that a known result holds for every
/// completion, and must never stand in what decides an outcome: authors of rules can't name them.
public enum DisplayLibrary {
  public static let library = Library(
    name: "display",
    functions: [
      FunctionDeclaration(
        "isKnownTrue", [Overload("is_known_true", [.bool], .bool)], traits: .takesAll,
        .unary { value, _ in
          if case .bool(true) = value { .bool(true) } else { .bool(false) }
        }),
      FunctionDeclaration(
        "isKnownFalse", [Overload("is_known_false", [.bool], .bool)], traits: .takesAll,
        .unary { value, _ in
          if case .bool(false) = value { .bool(true) } else { .bool(false) }
        }),
    ])
}
