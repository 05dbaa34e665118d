import CEL
import JSON

/// The environment in which the expressions of a pack are read: the record's fields, `params.NAME` and, for what
/// depends on the day of knowledge, `asOf`.
public struct PackEnvironment: Sendable {
  private let base: Environment
  private let schema: Schema
  private let parameterCount: Int

  /// - Parameters:
  ///   - parameters: in the order of their slots.
  ///   - libraries: those of packs, unless a host adds its own.
  public init(
    schema: Schema, parameters: [Parameter], libraries: [Library] = PackEnvironment.libraries,
    limits: Environment.Limits = Environment.Limits()
  ) {
    let variables = parameters.map { Environment.Variable("params." + $0.name, $0.type, unit: $0.unit) }
    self.schema = schema
    parameterCount = parameters.count
    base = Environment(
      libraries: libraries, variables: variables, schema: schema, dialect: .pack, limits: limits)
  }

  /// The libraries that every pack may use.
  public static let libraries: [Library] = [
    StandardLibrary.library, OptionalsLibrary.library,
    Library(name: "macros", functions: [], macros: [.bindings, .twoVariables, .counting, .sorting]),
  ]

  /// The environment of expressions over one record type.
  ///
  /// - Parameter readsAsOf: true for `due` and what measures elapsed time; elsewhere `asOf` is no name (DESIGN §3).
  public func environment(on type: Text, readsAsOf: Bool = false) -> Environment {
    var environment = base
    environment.recordType = schema.recordTypes[type]
    if readsAsOf { environment.variables.append(Environment.Variable("asOf", .date)) }
    return environment
  }
}
