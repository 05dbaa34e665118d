import JSON

/// The math extension: `math.greatest`, `math.least`, rounding and tests of doubles, signs, roots and bits.
public enum MathLibrary {
  public static let library = Library(
    name: "math", functions: [greatest, least] + doubles + signs + bits)

  static let numbers: [(name: Text, type: CELType)] = [("double", .double), ("int", .int), ("uint", .uint)]
}
