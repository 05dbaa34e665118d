import JSON

/// The functions, operators and macros of the CEL specification.
public enum StandardLibrary {
  public static let library = Library(
    name: "standard",
    functions: logic + comparisons + arithmetic + containers + texts + conversions + types
      + timestampSelectors + durationSelectors,
    macros: .standard)
}
