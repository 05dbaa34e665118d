import JSON

/// `<` and its like: between values of one ordered type, and between numbers of any two types.
extension StandardLibrary {
  static let comparisons: [FunctionDeclaration] = [
    comparison(Operator.less, "less"),
    comparison(Operator.lessOrEqual, "less_equals"),
    comparison(Operator.greater, "greater"),
    comparison(Operator.greaterOrEqual, "greater_equals"),
  ]

  private static func comparison(_ name: Text, _ stem: Text) -> FunctionDeclaration {
    var overloads = ordered.map { Overload(stem + "_" + $0.suffix, [$0.type, $0.type], .bool) }
    for left in numbers {
      for right in numbers where left.type != right.type {
        let id = stem + "_" + left.suffix + "_" + right.suffix
        overloads.append(Overload(id, [left.type, right.type], .bool))
      }
    }
    return FunctionDeclaration(name, overloads, .intrinsic)
  }

  private static let numbers: [(suffix: Text, type: CELType)] = [
    ("int64", .int), ("uint64", .uint), ("double", .double),
  ]

  private static let ordered: [(suffix: Text, type: CELType)] =
    numbers + [
      ("bool", .bool), ("string", .string), ("bytes", .bytes), ("timestamp", .timestamp),
      ("duration", .duration),
    ]
}
