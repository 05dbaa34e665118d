import JSON

/// What an expression may name and how it is read: the one entry to parsing, checking and planning.
///
/// A value: build one for a pack, copy and extend it for a rule.
public struct Environment: Sendable {
  public private(set) var libraries: [Library]
  /// In order of their slots in an activation.
  public var variables: [Variable]
  public var schema: Schema
  /// Record type whose fields are identifiers of their own, if any.
  public var recordType: RecordType?
  public var dialect: Dialect
  /// Namespace in which names are resolved; empty for the root.
  public var container: Text
  public var limits: Limits
  private(set) var functions: FunctionTable

  public init(
    libraries: [Library], variables: [Variable] = [], schema: Schema = Schema(),
    recordType: RecordType? = nil,
    dialect: Dialect = .standard, container: Text = "", limits: Limits = Limits()
  ) {
    self.libraries = libraries
    self.variables = variables
    self.schema = schema
    self.recordType = recordType
    self.dialect = dialect
    self.container = container
    self.limits = limits
    functions = FunctionTable(libraries)
  }

  /// Adds the functions and macros of a library.
  public mutating func add(_ library: Library) {
    libraries.append(library)
    functions.add(library)
  }
}
