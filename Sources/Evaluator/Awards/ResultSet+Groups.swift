extension ResultSet {
  /// `all`: violated if any is, else satisfied if any is, else not applicable.
  public static func all(_ members: [ResultSet]) -> ResultSet {
    var result: ResultSet = []
    if members.contains(where: { $0.contains(.violated) }) { result.insert(.violated) }
    let canAvoidViolation = members.allSatisfy { $0 != .violated }
    if canAvoidViolation, members.contains(where: { $0.contains(.satisfied) }) { result.insert(.satisfied) }
    if members.allSatisfy({ $0.contains(.notApplicable) }) { result.insert(.notApplicable) }
    return result
  }

  /// `any`: satisfied if any is, else violated if any is, else not applicable.
  public static func any(_ members: [ResultSet]) -> ResultSet {
    var result: ResultSet = []
    if members.contains(where: { $0.contains(.satisfied) }) { result.insert(.satisfied) }
    let canAvoidSatisfaction = members.allSatisfy { $0 != .satisfied }
    if canAvoidSatisfaction, members.contains(where: { $0.contains(.violated) }) { result.insert(.violated) }
    if members.allSatisfy({ $0.contains(.notApplicable) }) { result.insert(.notApplicable) }
    return result
  }

  /// `atLeast`: not applicable if all are, else satisfied if `count` are satisfied, else violated; the count never
  /// shrinks with members that do not apply.
  public static func atLeast(_ count: Int, _ members: [ResultSet]) -> ResultSet {
    var result: ResultSet = []
    let possible = members.count { $0.contains(.satisfied) }
    let certain = members.count { $0 == .satisfied }
    if members.allSatisfy({ $0.contains(.notApplicable) }) { result.insert(.notApplicable) }
    if possible >= max(count, 1) { result.insert(.satisfied) }
    // Too few are satisfied and yet not all drop out: one is certain, one fails, or one more than none is
    // satisfied without reaching the count.
    let staysInForce =
      certain > 0 || members.contains { $0.contains(.violated) }
      || (possible > 0 && certain + 1 < count)
    if certain < count, staysInForce { result.insert(.violated) }
    return result
  }
}
