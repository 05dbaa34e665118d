import JSON

/// A parsed expression with what the checker found out, in tables by `Expression.id`.
public struct CheckedExpression: Sendable {
  public let parsed: ParsedExpression
  /// Upper bound of evaluation steps under the declared sizes of lists and texts; saturates.
  /// 0 where the expression was checked before (`Environment.recall`).
  public let cost: UInt64
  /// Unit of measure of the result where it can be told: a field's, or of a sum, mean, … of such fields;
  /// nil where the expression was checked before.
  public let unit: Text?
  private let tables: CheckTables
  private let variables: [Environment.Variable]

  /// Paths of the root record that the expression reads, as schema paths without indexes
  /// (`communes.newRuralCriteria`), sorted.
  ///
  /// - Complexity: linear in the expression, each time.
  public var fieldsRead: [Text] { reads.fields }

  /// Names of the variables that the expression reads, with the fields read of them (`params.turnoutMin`), sorted.
  ///
  /// - Complexity: linear in the expression, each time.
  public var variablesRead: [Text] {
    var slots: [Int] = []
    for case .variable(let slot)? in tables.references where !slots.contains(slot) { slots.append(slot) }
    if slots.contains(where: { variables[$0].type.containsRecord }) { return reads.variables }
    // Nothing can be read of a variable that holds no record but the variable itself.
    return slots.filter { variables[$0].path == nil }.map { variables[$0].name }.sorted()
  }

  /// False where no path that is read can lead over a relation.
  public let mayReadRelations: Bool

  private var reads: ReadPaths { ReadPaths.collect(parsed.root, tables, variables) }

  public var types: [CELType] { tables.types }
  public var references: [Reference?] { tables.references }
  public var type: CELType { types[Int(parsed.root.id)] }

  init(
    parsed: ParsedExpression, tables: CheckTables, cost: UInt64, unit: Text?,
    variables: [Environment.Variable]
  ) {
    self.parsed = parsed
    self.tables = tables
    self.cost = cost
    self.unit = unit
    self.variables = variables
    mayReadRelations =
      tables.fields.contains { $0?.isRelation ?? false }
      || tables.references.contains {
        if case .variable(let slot) = $0 { variables[slot].path != nil } else { false }
      }
  }
}
