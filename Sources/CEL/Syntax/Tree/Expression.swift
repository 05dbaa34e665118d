import JSON

/// One node of a parsed expression.
///
/// Macros stay nodes of their own (`Comprehension`, `bind`, `has`) instead of being expanded into folds, so that
/// the checker, the unparser, the explanation and the columns see what the author wrote.
public struct Expression: Sendable {
  /// Unique within one parsed expression, from 0; larger than the ids of all nodes below. Nearly dense (a name that
  /// became part of another node leaves a gap), so side tables are arrays.
  public let id: Int32
  public let range: SourceRange
  public let kind: Kind

  public init(id: Int32, range: SourceRange, kind: Kind) {
    self.id = id
    self.range = range
    self.kind = kind
  }

  public indirect enum Kind: Sendable {
    case literal(Literal)
    /// A name; `leadingDot` asks for resolution from the root of the namespace.
    case identifier(Text, leadingDot: Bool)
    /// `operand.field`, or `operand.?field` where `optional`.
    case select(Expression, field: Text, optional: Bool)
    /// `has(operand.field)`.
    case has(Expression, field: Text)
    /// A call or operator; operators use the names of the specification (`Operator`) and have no target. A name that is
    /// to be resolved from the root of the namespace keeps its leading dot.
    case call(function: Text, target: Expression?, arguments: [Expression])
    /// `[a, ?b]`; `optional` holds one flag an element.
    case list([Expression], optional: [Bool])
    case map([MapEntry])
    /// `a.b.Type{field: value}`; the name may have a leading dot.
    case structure(type: Text, fields: [FieldEntry])
    case comprehension(Comprehension)
    /// `cel.bind(variable, value, body)`.
    case bind(variable: Text, value: Expression, body: Expression)
  }

  public struct MapEntry: Sendable {
    public let key: Expression
    public let value: Expression
    public let optional: Bool
    public init(key: Expression, value: Expression, optional: Bool) {
      self.key = key
      self.value = value
      self.optional = optional
    }
  }

  public struct FieldEntry: Sendable {
    public let field: Text
    public let value: Expression
    public let optional: Bool
    public init(field: Text, value: Expression, optional: Bool) {
      self.field = field
      self.value = value
      self.optional = optional
    }
  }
}
