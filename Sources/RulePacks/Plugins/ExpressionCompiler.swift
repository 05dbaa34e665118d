import CEL
import JSON
import Synchronization

/// Compiles expressions in one environment, each text once: kinds make many formulas of the same few terms, and rules
/// share conditions.
///
/// A class, because all rules of a record type share what has been compiled, on whatever thread they are.
public final class ExpressionCompiler: Sendable {
  public let environment: Environment
  private let programs = Mutex(Programs())
  private let nodes = SharedNodes()
  /// The same with names that larger expressions bind; few, so looking is cheaper than an index.
  private let bound = Mutex<[(names: [BoundName], compiler: ExpressionCompiler)]>([])

  /// A name that a larger expression binds, as `item` for each element of a list.
  typealias BoundName = (name: Text, type: CELType)

  /// Sound programs only, by text: as the checker found their type, and as they were expected.
  private struct Programs {
    var found: [Text: Program] = [:]
    var asExpected: [Request: Program] = [:]

    func program(_ text: Text, _ request: Request?) -> Program? {
      if let program = found[text], request == nil || request?.type == program.type { return program }
      return request.flatMap { asExpected[$0] }
    }

    /// - Returns: what was kept before, if anything, else what is given.
    mutating func keep(_ made: Program, _ text: Text, _ request: Request?) -> Program {
      if let known = program(text, request) { return known }
      if let request { asExpected[request] = made } else { found[text] = made }
      return made
    }
  }

  private struct Request: Hashable {
    let text: Text
    let type: CELType
  }

  init(_ environment: Environment) { self.environment = environment }

  /// Of expressions that may also read these names.
  func binding(_ names: [BoundName]) -> ExpressionCompiler {
    bound.withLock { bound in
      if let known = bound.first(where: { $0.names.elementsEqual(names, by: ==) }) { return known.compiler }
      var environment = environment
      environment.variables += names.map { Environment.Variable($0.name, $0.type) }
      let compiler = ExpressionCompiler(environment)
      bound.append((names, compiler))
      return compiler
    }
  }

  /// As `Environment.compile`.
  public func compile(_ text: Text, expecting expected: CELType? = nil) -> (Program?, [Diagnostic]) {
    let request = expected.map { Request(text: text, type: $0) }
    if let program = programs.withLock({ $0.program(text, request) }) { return (program, []) }
    // Outside of the lock, so that threads don't wait for one another; of two that make the same, one is kept.
    let (made, diagnostics) = environment.compile(text, expecting: expected, sharing: nodes)
    guard let made else { return (nil, diagnostics) }
    return (programs.withLock { $0.keep(made, text, request) }, diagnostics)
  }
}
