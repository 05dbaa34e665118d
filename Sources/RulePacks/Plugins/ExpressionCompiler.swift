import CEL
import JSON

/// Compiles expressions in one environment, each text once: kinds make many formulas of the same few terms, and rules
/// share conditions.
///
/// A class, because all rules of a record type share what has been compiled.
public final class ExpressionCompiler {
  public let environment: Environment
  /// Sound programs only, by text: as the checker found their type, and as they were expected.
  private var found: [Text: Program] = [:]
  private var asExpected: [Request: Program] = [:]
  private let nodes = SharedNodes()
  /// The same with names that larger expressions bind; few, so looking is cheaper than an index.
  private var bound: [(names: [BoundName], compiler: ExpressionCompiler)] = []

  /// A name that a larger expression binds, as `item` for each element of a list.
  typealias BoundName = (name: Text, type: CELType)

  private struct Request: Hashable {
    let text: Text
    let type: CELType
  }

  init(_ environment: Environment) { self.environment = environment }

  /// Of expressions that may also read these names.
  func binding(_ names: [BoundName]) -> ExpressionCompiler {
    if let known = bound.first(where: { $0.names.elementsEqual(names, by: ==) }) { return known.compiler }
    var environment = environment
    environment.variables += names.map { Environment.Variable($0.name, $0.type) }
    let compiler = ExpressionCompiler(environment)
    bound.append((names, compiler))
    return compiler
  }

  /// As `Environment.compile`.
  public func compile(_ text: Text, expecting expected: CELType? = nil) -> (Program?, [Diagnostic]) {
    if let program = found[text], expected == nil || expected == program.type { return (program, []) }
    guard let expected else {
      let result = environment.compile(text, sharing: nodes)
      found[text] = result.0
      return result
    }
    let request = Request(text: text, type: expected)
    if let program = asExpected[request] { return (program, []) }
    let result = environment.compile(text, expecting: expected, sharing: nodes)
    asExpected[request] = result.0
    return result
  }
}
