import JSON

/// What the names of an environment mean.
struct Declarations {
  let schema: Schema
  let recordType: RecordType?
  let variables: [Environment.Variable]
  private let functions: FunctionTable
  /// Namespaces to try, innermost first, each with its trailing dot; the last is empty.
  private let prefixes: [Text]

  init(_ environment: Environment) {
    schema = environment.schema
    recordType = environment.recordType
    variables = environment.variables
    functions = environment.functions
    prefixes = environment.container.isEmpty ? Self.root : Declarations.prefixes(of: environment.container)
  }

  private static let root: [Text] = [""]

  private static func prefixes(of container: Text) -> [Text] {
    var prefixes: [Text] = []
    var rest = container.utf8[...]
    while !rest.isEmpty {
      prefixes.append(Text(utf8: rest) + ".")
      rest = rest.lastIndex(of: UInt8(ascii: ".")).map { rest[..<$0] } ?? []
    }
    return prefixes + [""]
  }

  /// The names that a name may stand for, most specific first (specification, "Name Resolution").
  private func candidates(for name: Text, leadingDot: Bool) -> [Text] {
    leadingDot || prefixes.count == 1 ? [name] : prefixes.map { $0 + name }
  }

  /// The slot of the variable that a plain or dotted name stands for.
  func variable(_ name: Text, leadingDot: Bool) -> Int? {
    if variables.isEmpty { return nil }
    for candidate in candidates(for: name, leadingDot: leadingDot) {
      // Few variables and one expression: looking is cheaper than an index.
      if let slot = variables.lastIndex(where: { $0.name == candidate }) { return slot }
    }
    return nil
  }

  /// The type that a plain or dotted name is the name of.
  func typeName(_ name: Text, leadingDot: Bool) -> CELType? {
    for candidate in candidates(for: name, leadingDot: leadingDot) {
      switch candidate {
      case "null_type": return .null
      case "list": return .list(.dyn)
      case "map": return .map(.dyn, .dyn)
      case "type": return .type(.dyn)
      case "optional_type": return .optional(.dyn)
      case "google.protobuf.Timestamp": return .timestamp
      case "google.protobuf.Duration": return .duration
      case "dyn", "any", "null", "timestamp", "duration": continue
      default: break
      }
      if let type = CELType.plain(candidate) { return type }
      if schema.enumTypes[candidate] != nil { return .enumeration(candidate) }
      if schema.recordTypes[candidate] != nil { return .record(candidate) }
    }
    return nil
  }

  /// The enum and place of the member that a dotted name stands for (`grade.excellent`).
  func enumMember(of path: ArraySlice<Text>, leadingDot: Bool) -> EnumValue? {
    guard path.count > 1, let member = path.last else { return nil }
    for candidate in candidates(for: path.dropLast().joined(by: "."), leadingDot: leadingDot) {
      if let type = schema.enumTypes[candidate], let index = type.index(of: member) {
        return EnumValue(type: type, index: index)
      }
    }
    return nil
  }

  /// The full name of a declared function and its overloads.
  func function(_ name: Text, leadingDot: Bool = false) -> (name: Text, overloads: [Candidate])? {
    for candidate in candidates(for: name, leadingDot: leadingDot) {
      if let found = functions[candidate] { return (candidate, found.candidates) }
    }
    return nil
  }

  /// The overloads of a member function; members have no namespace.
  func members(_ name: Text) -> [Candidate] { functions[name]?.candidates ?? [] }

  /// Names for a did-you-mean: of variables and of fields of the root record.
  var valueNames: [Text] { variables.map { $0.name } + (recordType?.fields.map { $0.name } ?? []) }

  /// Names for a did-you-mean: of functions, or of those that can be called on a receiver.
  func functionNames(members: Bool) -> [Text] { functions.names(members: members) }

  /// True where some variable's name starts with this name and a dot.
  func isNamespace(_ name: Text) -> Bool {
    let length = name.utf8.count
    return variables.contains {
      let bytes = $0.name.utf8
      return bytes.count > length && bytes[length] == UInt8(ascii: ".") && bytes.starts(with: name.utf8)
    }
  }

  /// True where a name that begins with a field of the root record can be nothing but a path from it.
  func isField(_ root: Text) -> Bool {
    guard prefixes.count == 1, let recordType, recordType.slot(of: root) != nil else { return false }
    return !isNamespace(root)
  }
}
