import JSON

/// `type` and `dyn`.
extension StandardLibrary {
  static let types: [FunctionDeclaration] = [
    FunctionDeclaration(
      "type", [Overload("type", [.parameter("A")], .type(.parameter("A")))], traits: .takesOpen,
      .unary { value, _ in .type(TypeValue(value.type)) }),
    FunctionDeclaration(
      "dyn", [Overload("to_dyn", [.parameter("A")], .dyn)], traits: .takesOpen, .unary { value, _ in value }),
  ]
}
