import JSON

extension Checker {
  mutating func checkCall(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> CELType {
    guard let target else {
      if let type = checkOperator(function, arguments, expression) { return type }
      return checkGlobal(function, arguments, expression)
    }
    if let (root, leadingDot) = target.dottedRoot, leadingDot || scope.lookUp(root) == nil,
      let dotted = DottedName(target),
      let (name, overloads) = declarations.function(
        dotted.text + "." + function, leadingDot: dotted.leadingDot)
    {
      return checkQualified(name, overloads, arguments, expression)
    }
    if reportedUndeclared(function, of: target, expression) {
      for argument in arguments { _ = check(argument) }
      return .error
    }
    return checkMember(function, target, arguments, expression)
  }

  private mutating func checkGlobal(
    _ function: Text, _ arguments: [Expression], _ expression: Expression
  ) -> CELType {
    let leadingDot = function.utf8.first == UInt8(ascii: ".")
    let written = leadingDot ? Text(utf8: function.utf8.dropFirst()) : function
    guard let (name, overloads) = declarations.function(written, leadingDot: leadingDot) else {
      for argument in arguments { _ = check(argument) }
      reportUndeclared(function: written, isMember: false, expression)
      return .error
    }
    return checkQualified(name, overloads, arguments, expression)
  }

  private mutating func checkQualified(
    _ name: Text, _ overloads: [Candidate], _ arguments: [Expression], _ expression: Expression
  ) -> CELType {
    tables.references[Int(expression.id)] = .function(name)
    let types = arguments.map { check($0) }
    checkPattern(of: name, arguments, expression)
    return resolve(name, overloads, member: false, arguments, types, expression)
  }

  private mutating func checkMember(
    _ function: Text, _ target: Expression, _ arguments: [Expression], _ expression: Expression
  ) -> CELType {
    let receiver = check(target)
    let types = [receiver] + arguments.map { check($0) }
    let overloads = declarations.members(function)
    tables.references[Int(expression.id)] = .function(function)
    guard !overloads.isEmpty else {
      if case .error = substitution.apply(receiver) { return .error }
      reportUndeclared(function: function, isMember: true, expression)
      return .error
    }
    checkPattern(of: function, [target] + arguments, expression)
    return resolve(function, overloads, member: true, [target] + arguments, types, expression)
  }

  /// The result of a call by the overloads that fit: their common type, `dyn` where they differ.
  ///
  /// Where none fits as it stands, the first is taken that fits once literals take the type of a parameter and exact
  /// numbers widen. With an argument that has been reported the result is only sure where all overloads agree.
  mutating func resolve(
    _ function: Text, _ declared: [Candidate], member: Bool, _ arguments: [Expression], _ types: [CELType],
    _ expression: Expression
  ) -> CELType {
    let applied = types.map { substitution.apply($0) }
    if applied.contains(.error) {
      let overloads = declared.filter { $0.isAsked(member: member, count: types.count) }
      guard let result = overloads.first?.overload.result, !result.isGeneric else { return .error }
      return overloads.allSatisfy { $0.overload.result == result } ? result : .error
    }
    var result: CELType?
    for candidate in declared
    where candidate.isAsked(member: member, count: types.count) && candidate.overload.mayTake(applied) {
      guard let type = matched(candidate, types) else { continue }
      guard let earlier = result else {
        result = type
        continue
      }
      if earlier != type { result = .dyn }
    }
    if let result { return result }
    for candidate in declared where candidate.isAsked(member: member, count: types.count) {
      if let type = matchedByCoercion(candidate, arguments, types) { return type }
    }
    reportNoOverload(function, declared, member: member, arguments, types, expression)
    return .error
  }

  mutating func matched(_ candidate: Candidate, _ types: [CELType]) -> CELType? {
    guard let parameters = candidate.parameters(count: types.count) else { return nil }
    let overload = candidate.overload
    guard overload.isGeneric else {
      return substitution.unify(types, parameters) ? overload.result : nil
    }
    let signature = substitution.instantiate(parameters + [overload.result])
    guard substitution.unify(types, Array(signature.dropLast())), let result = signature.last else {
      return nil
    }
    return substitution.apply(result)
  }

  private mutating func matchedByCoercion(
    _ candidate: Candidate, _ arguments: [Expression], _ types: [CELType]
  ) -> CELType? {
    guard let parameters = candidate.parameters(count: types.count) else { return nil }
    let signature = substitution.instantiate(parameters + [candidate.overload.result])
    let mark = substitution.mark
    // What is not a literal decides the type parameters.
    let literals = types.indices.filter { arguments[$0].isLiteral }
    for index in types.indices.filter({ !arguments[$0].isLiteral }) + literals {
      if substitution.unify(types[index], signature[index]) { continue }
      guard isCoercible(arguments[index], to: signature[index]) else {
        substitution.undo(to: mark)
        return nil
      }
    }
    for index in types.indices where isCoercible(arguments[index], to: signature[index]) {
      coerce(arguments[index], to: signature[index])
    }
    return signature.last.map { substitution.apply($0) }
  }
}

extension Expression {
  /// True for a literal, and for a list or choice of literals: what may take the type of its neighbour.
  var isLiteral: Bool {
    switch kind {
    case .literal: true
    case .list(let elements, _): elements.allSatisfy { $0.isLiteral }
    case .call(Operator.conditional, nil, let arguments): arguments.dropFirst().allSatisfy { $0.isLiteral }
    case .call(Operator.negate, nil, let arguments): arguments.allSatisfy { $0.isLiteral }
    default: false
    }
  }
}
