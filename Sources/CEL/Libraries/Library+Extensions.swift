import JSON

extension Library {
  /// The extensions of CEL that need no protocol buffers, beside the standard library.
  public static let extensions: [Library] = [
    StringsLibrary.library, MathLibrary.library, EncodersLibrary.library, ListsLibrary.library,
    SetsLibrary.library, OptionalsLibrary.library, bindings, comprehensions,
  ]

  /// `cel.bind`.
  public static let bindings = Library(name: "bindings", functions: [], macros: .bindings)

  /// Macros of two variables: `all exists exists_one` over index and element or key and value, `transformList`,
  /// `transformMap`, `transformMapEntry`.
  public static let comprehensions = Library(name: "comprehensions", functions: [], macros: .twoVariables)
}
