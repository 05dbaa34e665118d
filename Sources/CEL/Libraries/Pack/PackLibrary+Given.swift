import JSON

extension PackLibrary {
  /// `given(x)`: true for what is known, unknown as `x` is; a collection is given whatever it holds.
  static let given = [
    FunctionDeclaration(
      "given", [Overload("given", [.parameter("T")], .bool)], traits: .takesOpen,
      .unary { _, _ in .bool(true) })
  ]
}
