import JSON

/// A parsed expression with what the checker found out, in tables by `Expression.id`.
public struct CheckedExpression: Sendable {
  public let parsed: ParsedExpression
  public let types: [CELType]
  public let references: [Reference?]
  /// Upper bound of evaluation steps under the declared sizes of lists and texts; saturates.
  public let cost: UInt64
  /// Unit of measure of the result where it can be told: a field's, or of a sum, mean, … of such fields.
  public let unit: Text?
  /// Paths of the root record that the expression reads, as schema paths without indexes
  /// (`communes.newRuralCriteria`), sorted; and names of `params` it reads.
  public let fieldsRead: [Text]
  public let variablesRead: [Text]

  public var type: CELType { types[Int(parsed.root.id)] }

  public init(
    parsed: ParsedExpression, types: [CELType], references: [Reference?], cost: UInt64, unit: Text?,
    fieldsRead: [Text], variablesRead: [Text]
  ) {
    self.parsed = parsed
    self.types = types
    self.references = references
    self.cost = cost
    self.unit = unit
    self.fieldsRead = fieldsRead
    self.variablesRead = variablesRead
  }
}
