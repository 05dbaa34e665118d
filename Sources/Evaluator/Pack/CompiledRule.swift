import CEL
import JSON

/// One criterion, ready to run.
public struct CompiledRule: Sendable {
  public var id: Text
  /// Name of the kind that made the check.
  public var kind: Text
  /// Name of the record type it is checked on.
  public var on: Text
  public var title: LocalizedText
  /// `SOURCE#locator`, in order as written.
  public var cites: [Text]
  public var severity: Severity
  /// True where the fact behind the rule is not confirmed.
  public var isUnverified: Bool
  /// What an open requirement becomes once it is due.
  public var whenMissing: Outcome
  /// Law dates on which the rule is in force.
  public var period: DateSpan
  public var check: Check
  /// What it adds to scores; nil where none may name it.
  public var points: Points?

  public init(
    id: Text, kind: Text, on: Text, title: LocalizedText, cites: [Text], severity: Severity,
    isUnverified: Bool, whenMissing: Outcome, period: DateSpan, check: Check,
    points: Points? = nil
  ) {
    self.id = id
    self.kind = kind
    self.on = on
    self.title = title
    self.cites = cites
    self.severity = severity
    self.isUnverified = isUnverified
    self.whenMissing = whenMissing
    self.period = period
    self.check = check
    self.points = points
  }
}
