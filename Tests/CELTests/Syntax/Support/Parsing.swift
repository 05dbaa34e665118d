import CEL
import JSON
import Testing

extension Library.Macros {
  static let all: Library.Macros = [.standard, .bindings, .twoVariables, .optionals, .counting, .sorting]
}

/// The tree of an expression that has to be well-formed.
func parse(_ text: Text, sourceLocation: SourceLocation = #_sourceLocation) throws -> ParsedExpression {
  let (parsed, diagnostics) = Parser.parse(text, macros: .all)
  #expect(diagnostics.isEmpty, sourceLocation: sourceLocation)
  return try #require(parsed, sourceLocation: sourceLocation)
}

/// The tree in prefix notation.
func tree(_ text: Text, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
  dump(try parse(text, sourceLocation: sourceLocation).root)
}

/// The defects of an expression.
func defects(_ text: Text, macros: Library.Macros = .all) -> [Diagnostic] {
  let (parsed, diagnostics) = Parser.parse(text, macros: macros)
  return parsed == nil ? diagnostics : []
}
