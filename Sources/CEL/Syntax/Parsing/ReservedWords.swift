import JSON

/// Words that the specification keeps from being names of variables and functions; fields may have them.
enum ReservedWords {
  static let all: Set<Text> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "namespace",
    "package", "return", "var", "void", "while",
  ]
}
