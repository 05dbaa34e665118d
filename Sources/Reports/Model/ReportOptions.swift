import Evaluator

/// How a report is written, whatever its format.
public struct ReportOptions: Sendable {
  public var language: Language
  /// Which findings and verdicts are printed; the counts are always of all.
  public var only: Only
  /// Escape sequences for a terminal.
  public var usesColour: Bool

  public enum Only: String, Sendable, CaseIterable {
    /// `rosters`: what many records decide together, without the records.
    case all, violated, verdicts, rosters, summary

    public var showsRecords: Bool { self != .rosters && self != .summary }
  }

  public init(language: Language = .vi, only: Only = .all, usesColour: Bool = false) {
    self.language = language
    self.only = only
    self.usesColour = usesColour
  }
}
