import JSON

/// Wording of calls that fit no overload.
extension Checker {
  mutating func reportUndeclared(function: Text, isMember: Bool, _ expression: Expression) {
    guard isReporting else { return }
    let candidates = declarations.functionNames(members: isMember)
    let nearest = Suggestion.nearest(to: function, among: candidates)
    report(.undeclaredFunction, expression.range, [function], suggestion: nearest)
  }

  /// Reports `math.greates(…)`, where the target is no value but looks like the namespace of a function.
  mutating func reportedUndeclared(_ function: Text, of target: Expression, _ expression: Expression) -> Bool
  {
    guard isReporting, let dotted = DottedName(target), let root = dotted.path.first,
      dotted.leadingDot || scope.lookUp(root) == nil, !hasValue(dotted),
      declarations.typeName(dotted.text, leadingDot: dotted.leadingDot) == nil
    else { return false }
    let name = dotted.text + "." + function
    let qualified = declarations.functionNames(members: false).filter { $0.utf8.contains(UInt8(ascii: ".")) }
    let nearest = Suggestion.nearest(to: name, among: qualified)
    let namespace = dotted.text + "."
    guard nearest != nil || qualified.contains(where: { $0.utf8.starts(with: namespace.utf8) }) else {
      return false
    }
    report(.undeclaredFunction, expression.range, [name], suggestion: nearest)
    return true
  }

  /// Points at the argument that is wrong where only one can be; otherwise at the call.
  mutating func reportNoOverload(
    _ function: Text, _ declared: [Candidate], member: Bool, _ arguments: [Expression], _ types: [CELType],
    _ expression: Expression
  ) {
    guard isReporting else { return }
    if let (index, expected) = onlyMismatch(declared.filter { $0.overload.isMember == member }, types) {
      reportMismatch(arguments[index], types[index], expected)
      return
    }
    let only = declared.count == 1 ? declared.first?.overload : nil
    report(
      .noMatchingOverload, expression.range, [function, names(types)],
      suggestion: otherForm(of: function, declared, member: member, arguments, types)
        ?? only.map { signature(function, $0) } ?? operandRemedy(arguments, types))
  }

  /// The same call as a function instead of a member, or the other way about, where it would fit so.
  private mutating func otherForm(
    of function: Text, _ declared: [Candidate], member: Bool, _ arguments: [Expression], _ types: [CELType]
  ) -> Text? {
    let mark = substitution.mark
    defer { substitution.undo(to: mark) }
    for candidate in declared
    where candidate.overload.isMember != member && candidate.takes(count: types.count) {
      guard matched(candidate, types) != nil else { continue }
      let texts = arguments.map { source(of: $0) }
      let isMember = candidate.overload.isMember
      let receiver: Text = isMember ? (texts.first ?? "") + "." : ""
      let rest: Text = Array(texts.dropFirst(isMember ? 1 : 0)).joined(by: ", ")
      return receiver + function + "(" + rest + ")"
    }
    return nil
  }

  /// The one argument that does not fit the one overload of that many parameters.
  private mutating func onlyMismatch(_ overloads: [Candidate], _ types: [CELType]) -> (Int, CELType)? {
    let fitting = overloads.compactMap { $0.parameters(count: types.count) }
    guard fitting.count == 1, let declared = fitting.first else { return nil }
    let parameters = substitution.instantiate(declared)
    let mark = substitution.mark
    defer { substitution.undo(to: mark) }
    let wrong = types.indices.filter { !substitution.unify(types[$0], parameters[$0]) }
    guard wrong.count == 1, let index = wrong.first else { return nil }
    return (index, substitution.apply(parameters[index], openAsDyn: true))
  }

  /// A conversion of one operand to the type of the other.
  private func operandRemedy(_ operands: [Expression], _ types: [CELType]) -> Text? {
    guard operands.count == 2 else { return nil }
    return conversionRemedy(operands[1], to: substitution.apply(types[0]))
      ?? conversionRemedy(operands[0], to: substitution.apply(types[1]))
  }

  private func signature(_ function: Text, _ overload: Overload) -> Text {
    let parameters = overload.isMember ? overload.parameters.dropFirst() : overload.parameters[...]
    let receiver = overload.isMember ? (overload.parameters.first.map { name($0) + "." } ?? "") : ""
    return receiver + function + "(" + names(Array(parameters)) + ")"
  }

  /// Two operands that cannot be compared: a text literal that wants a conversion is pointed at.
  mutating func reportIncomparable(
    _ function: Text, _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType,
    _ expression: Expression
  ) {
    guard isReporting else { return }
    let (leftType, rightType) = (substitution.apply(leftType), substitution.apply(rightType))
    if wantsConversion(left, to: rightType), !wantsConversion(right, to: leftType) || left.isLiteral {
      reportMismatch(left, leftType, rightType)
    } else if wantsConversion(right, to: leftType) {
      reportMismatch(right, rightType, leftType)
    } else {
      report(.noMatchingOverload, expression.range, [function, names([leftType, rightType])])
    }
  }

  /// A value that can be no element of a list: the texts in a list of literals that want a conversion are pointed at.
  mutating func reportStranger(
    _ element: Expression, _ elementType: CELType, _ collection: Expression, _ member: CELType,
    _ expression: Expression
  ) {
    guard isReporting else { return }
    let (elementType, member) = (substitution.apply(elementType), substitution.apply(member))
    if case .list(let literals, _) = collection.kind,
      literals.contains(where: { wantsConversion($0, to: elementType) })
    {
      for literal in literals where wantsConversion(literal, to: elementType) {
        reportMismatch(literal, tables.type(of: literal), elementType)
      }
    } else if wantsConversion(element, to: member) {
      reportMismatch(element, elementType, member)
    } else {
      let types = names([elementType, .list(member)])
      report(.noMatchingOverload, expression.range, [Operator.membership, types])
    }
  }

  private func wantsConversion(_ expression: Expression, to type: CELType) -> Bool {
    conversionRemedy(expression, to: type) != nil
  }
}
