import JSON

/// `fold` and `bare`, by which texts are compared, and `string` for the types of packs.
extension PackLibrary {
  static func texts(enums: [Text]) -> [FunctionDeclaration] {
    let types = [("decimal", .decimal), ("date", .date), ("period", .period)] as [(Text, CELType)]
    return [
      FunctionDeclaration(
        "fold", [Overload("fold_string", [.string], .string)],
        .unary { value, _ in
          guard case .string(let text) = value else { return nil }
          return .string(text.folded)
        }),
      FunctionDeclaration(
        "bare", [Overload("bare_string", [.string], .string)],
        .unary { value, _ in
          guard case .string(let text) = value else { return nil }
          return .string(text.bare)
        }),
      FunctionDeclaration(
        "string",
        types.map { Overload($0.0 + "_to_string", [$0.1], .string) }
          + enums.map { Overload($0 + "_to_string", [.enumeration($0)], .string) },
        .unary { value, _ in
          switch value {
          case .decimal(let decimal): .string(decimal.text)
          case .date(let date): .string(date.text)
          case .period(let period): .string(period.text)
          case .enumeration(let member): .string(member.name)
          default: nil
          }
        }),
    ]
  }
}
