import JSON

/// A name with dots that may stand for one thing: `a.b.c` is the path `a`, `b`, `c`.
struct DottedName {
  let path: [Text]
  let leadingDot: Bool
  let root: Expression

  var text: Text { path.joined(by: ".") }

  /// Nil where the node is anything but an identifier with plain selections.
  init?(_ expression: Expression) {
    var path: [Text] = []
    var node = expression
    while case .select(let operand, let field, optional: false) = node.kind {
      path.append(field)
      node = operand
    }
    guard case .identifier(let name, let leadingDot) = node.kind else { return nil }
    path.append(name)
    self.path = path.reversed()
    self.leadingDot = leadingDot
    root = node
  }
}

extension Expression {
  /// Where the name begins that an identifier with plain selections spells; nil for anything else.
  var dottedRoot: (name: Text, leadingDot: Bool)? {
    var node = self
    while case .select(let operand, _, optional: false) = node.kind { node = operand }
    guard case .identifier(let name, let leadingDot) = node.kind else { return nil }
    return (name, leadingDot)
  }
}

extension Checker {
  mutating func checkIdentifier(_ name: Text, _ leadingDot: Bool, _ expression: Expression) -> CELType {
    if !leadingDot, let local = scope.lookUp(name) { return note(local, expression) }
    if let type = checkVariable(name, leadingDot, expression) { return type }
    if let root = declarations.recordType, let slot = root.slot(of: name) {
      return note(.rootField([slot]), DeclaredField(owner: root, slot: slot), expression)
    }
    if let type = checkTypeName(name, leadingDot, expression) { return type }
    reportUndeclared(name, expression.range)
    return .error
  }

  private mutating func note(_ local: Scope.Local, _ expression: Expression) -> CELType {
    let id = Int(expression.id)
    tables.references[id] = .local(local.name)
    tables.locals[id] = local.source
    if case .value(let source) = local.source { tables.fields[id] = tables.fields[Int(source)] }
    return local.type
  }

  /// Notes that a node reads a declared field.
  mutating func note(_ reference: Reference, _ field: DeclaredField, _ expression: Expression) -> CELType {
    let id = Int(expression.id)
    tables.references[id] = reference
    tables.fields[id] = field
    return field.field.type
  }

  private mutating func checkVariable(
    _ name: Text, _ leadingDot: Bool, _ expression: Expression
  ) -> CELType? {
    guard let slot = declarations.variable(name, leadingDot: leadingDot) else { return nil }
    tables.references[Int(expression.id)] = .variable(slot)
    return declarations.variables[slot].type
  }

  private mutating func checkTypeName(
    _ name: Text, _ leadingDot: Bool, _ expression: Expression
  ) -> CELType? {
    guard let type = declarations.typeName(name, leadingDot: leadingDot) else { return nil }
    tables.references[Int(expression.id)] = .constant(.type(TypeValue(type)))
    return .type(type)
  }

  /// Reads a whole selection as one declared name: a dotted variable, the name of a type, the member of an enum.
  ///
  /// - Returns: nil where it is an ordinary selection; `error` where nothing of the name is known, which is reported
  ///   here once for the whole.
  mutating func checkDotted(_ expression: Expression) -> CELType? {
    guard let (start, leadingDot) = expression.dottedRoot else { return nil }
    // What most selections are is told without spelling out their names.
    if !leadingDot, scope.lookUp(start) != nil || declarations.isField(start) { return nil }
    guard let dotted = DottedName(expression), let root = dotted.path.first else { return nil }
    let name = dotted.text
    if let type = checkVariable(name, dotted.leadingDot, expression) { return type }
    if hasValue(dotted) { return nil }
    if let member = declarations.enumMember(of: dotted.path[...], leadingDot: dotted.leadingDot) {
      tables.references[Int(expression.id)] = .constant(.enumeration(member))
      return .enumeration(member.type.name)
    }
    if let type = checkTypeName(name, dotted.leadingDot, expression) { return type }
    let isNamespace = declarations.isNamespace(root) || enumType(named: dotted) != nil
    reportUndeclared(isNamespace ? name : root, isNamespace ? expression.range : dotted.root.range)
    return .error
  }

  /// True where some beginning of the name is a variable or field.
  func hasValue(_ dotted: DottedName) -> Bool {
    if let root = dotted.path.first, declarations.recordType?.slot(of: root) != nil { return true }
    if declarations.variables.isEmpty { return false }
    return dotted.path.indices.contains { last in
      let beginning = dotted.path[...last].joined(by: ".")
      return declarations.variable(beginning, leadingDot: dotted.leadingDot) != nil
    }
  }

  private func enumType(named dotted: DottedName) -> EnumType? {
    declarations.schema.enumTypes[dotted.path.dropLast().joined(by: ".")]
  }

  mutating func reportUndeclared(_ name: Text, _ range: SourceRange) {
    guard isReporting else { return }
    report(.undeclaredReference, range, [name], suggestion: suggestion(forValue: name))
  }

  private func suggestion(forValue name: Text) -> Text? {
    if let within = sectionPath(to: name) { return within }
    if let dotted = DottedEnum(name), let type = declarations.schema.enumTypes[dotted.type],
      let member = Suggestion.nearest(to: dotted.member, among: type.members)
    {
      return dotted.type + "." + member
    }
    return Suggestion.nearest(to: name, among: declarations.valueNames + scope.names)
  }

  /// The path to a field of this name that lies within a section of the root record.
  private func sectionPath(to name: Text) -> Text? {
    guard let root = declarations.recordType else { return nil }
    for section in root.fields {
      guard case .record(let type) = section.type, let record = declarations.schema.recordTypes[type],
        record.slot(of: name) != nil
      else { continue }
      return section.name + "." + name
    }
    return nil
  }
}

/// An enum's name and a member's name, split at the last dot.
private struct DottedEnum {
  let type: Text
  let member: Text

  init?(_ name: Text) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    type = Text(utf8: name.utf8[..<dot])
    member = Text(utf8: name.utf8[(dot + 1)...])
  }
}
