import JSON

extension PackLibrary {
  /// `list.keyed(key)`: the item of a keyed list; unknown, with its path, where the list has none.
  ///
  /// A key that is computed, where `list["key"]` takes one that is written out. A list without a key is an error.
  static let items = [
    FunctionDeclaration(
      "keyed",
      [
        Overload("list_keyed_string", member: true, [.list(.parameter("A")), .string], .parameter("A")),
        Overload("list_keyed_int64", member: true, [.list(.parameter("A")), .int], .parameter("A")),
      ], traits: .takesOpen,
      .binary { value, key, _ in
        guard case .list(let list) = value else { return nil }
        switch key {
        case .string(let text): return item(list, text)
        case .int(let number): return item(list, Text(integer: number))
        default: return nil
        }
      })
  ]

  private static func item(_ list: ListValue, _ key: Text) -> Value {
    switch Selection(.list(list), .key(key)) {
    case .found(let value): value
    case .notGiven(let path): .unknown(Unknown(path))
    default: .error(EvaluationError(.invalidArgument, [key, "keyed list"]))
    }
  }
}
