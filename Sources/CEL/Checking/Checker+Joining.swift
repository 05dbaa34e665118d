/// The common type of the elements of a literal while they are read.
struct Join {
  /// Nil before the first element.
  var type: CELType?
  /// The elements so far, as long as they may still change their type.
  var elements: [Expression] = []
}

extension Checker {
  /// Widens the common type by one more element; what does not fit makes it `dyn`.
  mutating func join(_ element: Expression, _ type: CELType, into join: inout Join) {
    guard let joined = join.type else {
      join.type = type
      join.elements = [element]
      return
    }
    let common = unified(joined, type) ?? adapted(join.elements, joined, element, type) ?? .dyn
    join.type = common
    if common == .dyn { join.elements = [] } else { join.elements.append(element) }
  }

  /// The more general of two types if they unify.
  mutating func unified(_ left: CELType, _ right: CELType) -> CELType? {
    guard substitution.unify(left, right) else { return nil }
    let (left, right) = (substitution.apply(left), substitution.apply(right))
    if case .error = left { return right }
    return left.moreGeneral(right)
  }

  /// The common type where the next element, or all before it, are literals that can take the other's type, or where
  /// all are exact numbers.
  private mutating func adapted(
    _ earlier: [Expression], _ joined: CELType, _ next: Expression, _ type: CELType
  ) -> CELType? {
    let (joined, type) = (substitution.apply(joined), substitution.apply(type))
    if let wider = joined.widerExactNumber(type) {
      if isCoercible(next, to: wider) { coerce(next, to: wider) }
      guard wider != joined else { return wider }
      for element in earlier where isCoercible(element, to: wider) { coerce(element, to: wider) }
      return wider
    }
    if isCoercible(next, to: joined) {
      coerce(next, to: joined)
      return joined
    }
    guard earlier.allSatisfy({ isCoercible($0, to: type) }) else { return nil }
    for element in earlier { coerce(element, to: type) }
    return type
  }

  /// The common type of two branches, or nil where they have none.
  mutating func joinBranches(
    _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType
  ) -> CELType? {
    unified(leftType, rightType) ?? adapted([left], leftType, right, rightType)
  }
}
