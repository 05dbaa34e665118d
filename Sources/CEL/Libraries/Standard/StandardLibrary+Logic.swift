import JSON

/// Operators that are nodes of their own, declared for the checker.
extension StandardLibrary {
  private static let any = CELType.parameter("A")
  private static let key = CELType.parameter("K")
  private static let value = CELType.parameter("V")

  static let logic: [FunctionDeclaration] = [
    FunctionDeclaration(
      Operator.conditional, [Overload("conditional", [.bool, any, any], any)], .intrinsic),
    FunctionDeclaration(Operator.and, [Overload("logical_and", [.bool, .bool], .bool)], .intrinsic),
    FunctionDeclaration(Operator.or, [Overload("logical_or", [.bool, .bool], .bool)], .intrinsic),
    FunctionDeclaration(Operator.not, [Overload("logical_not", [.bool], .bool)], .intrinsic),
    FunctionDeclaration(Operator.equals, [Overload("equals", [any, any], .bool)], .intrinsic),
    FunctionDeclaration(Operator.notEquals, [Overload("not_equals", [any, any], .bool)], .intrinsic),
    FunctionDeclaration(
      Operator.membership,
      [
        Overload("in_list", [any, .list(any)], .bool),
        Overload("in_map", [key, .map(key, value)], .bool),
      ], .intrinsic),
    FunctionDeclaration(
      Operator.index,
      [
        Overload("index_list", [.list(any), .int], any),
        Overload("index_map", [.map(key, value), key], value),
      ], .intrinsic),
  ]
}
