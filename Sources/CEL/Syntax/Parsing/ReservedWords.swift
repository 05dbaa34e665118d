import JSON

/// Words that the specification keeps from being names of variables and functions; fields may have them.
enum ReservedWords {
  /// By their first letter, from `a`.
  private static let byInitial: [[Text]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { initial in
    all.filter { $0.utf8[0] == initial }
  }

  private static let all: [Text] = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "namespace",
    "package", "return", "var", "void", "while",
  ]

  /// Asked of every name: only words of its initial are compared.
  static func contains(_ name: Text) -> Bool {
    guard let initial = name.utf8.first, initial >= UInt8(ascii: "a"), initial <= UInt8(ascii: "z") else {
      return false
    }
    return byInitial[Int(initial - UInt8(ascii: "a"))].contains(name)
  }
}
