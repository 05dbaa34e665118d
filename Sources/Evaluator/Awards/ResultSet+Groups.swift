extension ResultSet {
  /// `all`: violated if any is, else satisfied if any is, else not applicable.
  public static func all(_ members: [ResultSet]) -> ResultSet { tally(members).all }

  /// `any`: satisfied if any is, else violated if any is, else not applicable.
  public static func any(_ members: [ResultSet]) -> ResultSet { tally(members).any }

  /// `atLeast`: not applicable if all are, else satisfied if `count` are satisfied, else violated; the count never
  /// shrinks with members that do not apply.
  public static func atLeast(_ count: Int, _ members: [ResultSet]) -> ResultSet {
    tally(members).atLeast(count)
  }

  private static func tally(_ members: [ResultSet]) -> ResultTally {
    var tally = ResultTally()
    for member in members { tally.add(member) }
    return tally
  }
}
