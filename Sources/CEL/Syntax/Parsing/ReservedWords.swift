import JSON

/// Words that the specification keeps from being names of variables and functions; fields may have them.
enum ReservedWords {
  private static let byInitial: [UInt8: [Text]] = Dictionary(grouping: all) { $0.utf8[0] }

  private static let all: [Text] = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "namespace",
    "package", "return", "var", "void", "while",
  ]

  /// Asked of every name: only words of its initial are compared.
  static func contains(_ name: Text) -> Bool {
    guard let initial = name.utf8.first, let words = byInitial[initial] else { return false }
    return words.contains(name)
  }
}
