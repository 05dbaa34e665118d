/// The values that one evaluation reads.
public struct Activation: Sendable {
  /// The record whose fields are identifiers.
  public var record: RecordValue?
  /// By slot of `Environment.variables`; nil is an undeclared reference at run time.
  public var variables: [Value?]
  public var context: CallContext

  public init(record: RecordValue? = nil, variables: [Value?] = [], context: CallContext = CallContext()) {
    self.record = record
    self.variables = variables
    self.context = context
  }
}
