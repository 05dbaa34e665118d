import JSON
import RulePacks

/// The requirements of a source, the rules that check them, and the cases that test those.
public struct TraceReport: Sendable {
  /// Key of the source; empty where `trace.json` could not be read.
  public let source: Text
  public let rows: [Row]
  /// Rules of the pack itself that no row names, in order of declaration.
  public let untraced: [Text]
  /// Rows that the source has by its own count; nil where the file doesn't tell.
  public let total: Int?
  /// What is wrong with the file, in order of places.
  public let defects: [PackDefect]

  /// One requirement.
  public struct Row: Sendable {
    public let id: Text
    public let rules: [Rule]
    /// How it was read, or why there is no rule.
    public let reason: (vi: Text, en: Text)?
    public let line: Int

    /// A requirement needs a rule, or a reason why it has none.
    public var isUnanswered: Bool { rules.isEmpty && reason == nil }
  }

  /// A rule with what its cases see.
  public struct Rule: Sendable {
    public let id: Text
    public let isEnabled: Bool
    /// Cases by outcome, of those that can come about.
    public let seen: [(aspect: CoverageAspect, count: Int)]
    /// Outcomes that can come about and that no case expects; empty for a rule that is not enabled.
    public let unseen: [CoverageAspect]
  }

  /// Rows with a rule or a reason, each rule of them with its cases.
  public var answered: Int { rows.count { !$0.isUnanswered } }

  /// True where every requirement is answered and every enabled rule of them tested.
  public var isComplete: Bool {
    defects.isEmpty && (total ?? rows.count) == rows.count
      && rows.allSatisfy { row in !row.isUnanswered && row.rules.allSatisfy { $0.unseen.isEmpty } }
  }
}
