import JSON

/// What packs use beyond plain CEL (DESIGN §6): exact numbers, calendar days and periods, aggregates, folded text, items by key.
public enum PackLibrary {
  /// The library for the enums of a schema, which `string` turns into texts.
  public static func library(_ schema: Schema = Schema()) -> Library {
    let names = schema.enumTypes.keys.sorted()
    return Library(
      name: "pack",
      functions: arithmetic + numbers + rounding + dates + periods + series + aggregates + duplicates
        + texts(enums: names) + given + items,
      macros: .counting)
  }
}
