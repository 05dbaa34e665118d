import CEL
import JSON

/// The environment in which the expressions of a pack are read: the record's fields, `params.NAME` and, for what
/// depends on the day of knowledge, `asOf`.
public struct PackEnvironment: Sendable {
  private let base: Environment
  private let schema: Schema
  private let scores: [ScoreSignature]

  /// - Parameters:
  ///   - parameters: in the order of their slots.
  ///   - scores: in the order of the pack.
  public init(
    schema: Schema, parameters: [Parameter], scores: [ScoreSignature] = [],
    limits: Environment.Limits = Environment.Limits()
  ) {
    let variables = parameters.map { Environment.Variable("params." + $0.name, $0.type, unit: $0.unit) }
    self.schema = schema
    self.scores = scores
    base = Environment(
      libraries: Self.libraries(schema), variables: variables, schema: schema, dialect: .pack, limits: limits)
  }

  /// The libraries that every pack may use.
  ///
  /// - Parameter schema: whose enums `string` takes.
  public static func libraries(_ schema: Schema = Schema()) -> [Library] {
    [StandardLibrary.library, PackLibrary.library(schema)] + Library.extensions
  }

  /// The environment of expressions that read parameters only.
  public var constants: Environment { base }

  /// The environment of expressions over one record type; its scores follow the parameters.
  ///
  /// - Parameters:
  ///   - readsAsOf: true for `due` and what measures elapsed time; elsewhere `asOf` is no name (DESIGN §3).
  ///   - displays: true for what reports show besides the outcome (`DisplayLibrary`).
  public func environment(on type: Text, readsAsOf: Bool = false, displays: Bool = false) -> Environment {
    var environment = base
    environment.recordType = schema.recordTypes[type]
    for score in scores where score.on == type {
      environment.variables.append(Environment.Variable("scores." + score.name, .decimal))
    }
    if readsAsOf { environment.variables.append(Environment.Variable("asOf", .date)) }
    if displays { environment.add(DisplayLibrary.library) }
    return environment
  }
}
