/// The members of a group counted by what may still become of them; counting needs no list of them.
public struct ResultTally: Sendable {
  /// Members that may be satisfied, and those that surely are.
  private var possible = 0
  private var certain = 0
  private var mayBeViolated = false
  private var isSurelyViolated = false
  private var mayAllDropOut = true

  public init() {}

  public mutating func add(_ member: ResultSet) {
    if member.contains(.satisfied) { possible += 1 }
    if member == .satisfied { certain += 1 }
    if member.contains(.violated) { mayBeViolated = true }
    if member == .violated { isSurelyViolated = true }
    if !member.contains(.notApplicable) { mayAllDropOut = false }
  }

  /// `all`: violated if any is, else satisfied if any is, else not applicable.
  public var all: ResultSet {
    outcome(satisfied: !isSurelyViolated && possible > 0, violated: mayBeViolated)
  }

  /// `any`: satisfied if any is, else violated if any is, else not applicable.
  public var any: ResultSet { outcome(satisfied: possible > 0, violated: certain == 0 && mayBeViolated) }

  /// `atLeast`: not applicable if all are, else satisfied if `count` are satisfied, else violated; the count never
  /// shrinks with members that do not apply.
  public func atLeast(_ count: Int) -> ResultSet {
    // Too few are satisfied and yet not all drop out: one is certain, one fails, or one more than none is
    // satisfied without reaching the count.
    let staysInForce = certain > 0 || mayBeViolated || (possible > 0 && certain + 1 < count)
    return outcome(satisfied: possible >= max(count, 1), violated: certain < count && staysInForce)
  }

  private func outcome(satisfied: Bool, violated: Bool) -> ResultSet {
    var result: ResultSet = mayAllDropOut ? .notApplicable : []
    if satisfied { result.insert(.satisfied) }
    if violated { result.insert(.violated) }
    return result
  }
}
