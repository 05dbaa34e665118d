import JSON

/// What the cases of a pack have seen of each of its rules.
public struct CoverageReport: Sendable {
  /// Rules on one record, then rules on many, each in order of declaration.
  public let rows: [Row]

  /// One rule.
  public struct Row: Sendable {
    public let rule: Text
    /// Path within the rules folder, and line of the rule.
    public let file: Text
    public let line: Int
    /// What can come of the rule, in order of `CoverageAspect.allCases`.
    public let possible: [CoverageAspect]
    /// The number of cases that expect it and see it.
    public let seen: [CoverageAspect: Int]

    public var unseen: [CoverageAspect] { possible.filter { seen[$0] == nil } }
  }

  /// Aspects seen of those possible, in percent; 100 where there is none.
  public var percent: Double {
    let possible = rows.reduce(0) { $0 + $1.possible.count }
    let unseen = rows.reduce(0) { $0 + $1.unseen.count }
    return possible == 0 ? 100 : 100 * Double(possible - unseen) / Double(possible)
  }
}

/// What can come of a rule on a record.
public enum CoverageAspect: String, Sendable, Hashable, CaseIterable {
  case satisfied, violated, undetermined, notYetDue, notApplicable
  /// Measured exactly at the limit, where one step decides.
  case atLimit
}
