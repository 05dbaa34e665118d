import JSON

/// Names that no checker has resolved.
extension Planner {
  /// The dotted name that a selection may be: `a.b.c`, where `a` is no variable of a macro.
  func dottedName(_ expression: Expression) -> (text: Text, leadingDot: Bool)? {
    switch expression.kind {
    case .identifier(let name, let leadingDot):
      if !leadingDot, scope.chain(name) != nil { return nil }
      return (name, leadingDot)
    case .select(let operand, let field, optional: false):
      guard let (name, leadingDot) = dottedName(operand) else { return nil }
      return (name + "." + field, leadingDot)
    default: return nil
    }
  }

  /// A variable, field of the root record, type or enum member of this name.
  func named(_ name: Text, leadingDot: Bool, _ range: SourceRange) -> Chain? {
    let candidates = leadingDot ? [name] : candidates(name)
    for candidate in candidates {
      if let slot = environment.variables.firstIndex(where: { $0.name == candidate }) {
        return Chain(start: variable(slot, range))
      }
    }
    if let slot = environment.recordType?.slot(of: name) {
      return Chain(start: nil, steps: [.field(slot: slot, name: name)])
    }
    for candidate in candidates {
      if let type = TypeValue.named(candidate) { return Chain(start: ConstantNode(.type(type))) }
      if let member = enumMember(candidate) { return Chain(start: ConstantNode(.enumeration(member))) }
    }
    return nil
  }

  func variable(_ slot: Int, _ range: SourceRange) -> Node {
    readsVariables = true
    let name = environment.variables.indices.contains(slot) ? environment.variables[slot].name : ""
    return VariableNode(slot: slot, undeclared: EvaluationError(.undeclaredReference, [name], range: range))
  }

  /// The names that a name may mean within the container, the innermost first.
  func candidates(_ name: Text) -> [Text] {
    var candidates: [Text] = []
    var prefix = environment.container.utf8[...]
    while !prefix.isEmpty {
      candidates.append(Text(utf8: prefix) + "." + name)
      prefix = prefix.lastIndex(of: UInt8(ascii: ".")).map { prefix[..<$0] } ?? []
    }
    return candidates + [name]
  }

  private func enumMember(_ name: Text) -> EnumValue? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      let type = environment.schema.enumTypes[Text(utf8: name.utf8[..<dot])],
      let index = type.index(of: Text(utf8: name.utf8[(dot + 1)...]))
    else { return nil }
    return EnumValue(type: type, index: index)
  }
}
