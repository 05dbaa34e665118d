import JSON

/// An overload as a call may choose it.
struct Candidate: Sendable {
  let overload: Overload
  /// True where further arguments of the last parameter's type may follow.
  let repeatsLast: Bool

  /// True where `parameters(count:)` are some.
  func takes(count: Int) -> Bool {
    let declared = overload.parameters.count
    return declared == count || repeatsLast && declared < count && declared > 0
  }

  /// True where a call in this form, with this many arguments, may mean it.
  func isAsked(member: Bool, count: Int) -> Bool { overload.isMember == member && takes(count: count) }

  /// The types asked of this many arguments, the receiver counted in; nil where the overload takes another number.
  func parameters(count: Int) -> [CELType]? {
    let declared = overload.parameters
    if declared.count == count { return declared }
    guard repeatsLast, declared.count < count, let last = declared.last else { return nil }
    return declared + Array(repeating: last, count: count - declared.count)
  }

  /// The overloads of a declaration; with `takesAnyCount` the longest go on.
  static func all(of function: FunctionDeclaration) -> [Candidate] {
    let isOpen = function.traits.contains(.takesAnyCount)
    let longest = function.overloads.reduce(0) { max($0, $1.parameters.count) }
    return function.overloads.map {
      Candidate(overload: $0, repeatsLast: isOpen && $0.parameters.count == longest)
    }
  }
}
