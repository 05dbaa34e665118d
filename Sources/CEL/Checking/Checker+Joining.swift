/// The common type of the elements of a literal while they are read.
struct Join {
  /// Nil before the first element.
  var type: CELType?
  /// The elements so far, as long as each is a literal that may still change its type.
  var literals: [Expression] = []
}

extension Checker {
  /// Widens the common type by one more element; what does not fit makes it `dyn`.
  mutating func join(_ element: Expression, _ type: CELType, into join: inout Join) {
    guard let joined = join.type else {
      join.type = type
      join.literals = [element]
      return
    }
    join.literals.append(element)
    let elements = join.literals
    join.type = unified(joined, type) ?? adapted(elements, joined, type) ?? .dyn
  }

  /// The more general of two types if they unify.
  mutating func unified(_ left: CELType, _ right: CELType) -> CELType? {
    guard substitution.unify(left, right) else { return nil }
    let (left, right) = (substitution.apply(left), substitution.apply(right))
    if case .error = left { return right }
    return left.moreGeneral(right)
  }

  /// The common type where the last element, or all before it, are literals that can take the other's type, or where
  /// both are exact numbers.
  private mutating func adapted(_ elements: [Expression], _ joined: CELType, _ type: CELType) -> CELType? {
    guard let last = elements.last else { return nil }
    let (joined, type) = (substitution.apply(joined), substitution.apply(type))
    if let wider = joined.widerExactNumber(type) {
      for element in elements where isCoercible(element, to: wider) { coerce(element, to: wider) }
      return wider
    }
    if isCoercible(last, to: joined) {
      coerce(last, to: joined)
      return joined
    }
    let earlier = elements.dropLast()
    if earlier.allSatisfy({ isCoercible($0, to: type) }) {
      for element in earlier { coerce(element, to: type) }
      return type
    }
    return nil
  }

  /// The common type of two branches, or nil where they have none.
  mutating func joinBranches(
    _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType
  ) -> CELType? {
    unified(leftType, rightType) ?? adapted([left, right], leftType, rightType)
  }
}
