import CEL
import JSON

/// One criterion on many records, ready to run.
public struct CompiledPopulationRule: Sendable {
  public var id: Text
  /// Name of the kind that made the check.
  public var kind: Text
  /// Name of the record type that it looks at.
  public var on: Text
  /// The record type whose key the groups are named by, if any: awards on it may ask for the rule.
  public var group: Text?
  public var title: LocalizedText
  /// `SOURCE#locator`, in order as written.
  public var cites: [Text]
  public var severity: Severity
  /// True where the fact behind the rule is not confirmed.
  public var isUnverified: Bool
  /// Law dates on which the rule counts a record.
  public var period: DateSpan
  public var check: PopulationCheck

  public init(
    id: Text, kind: Text, on: Text, group: Text?, title: LocalizedText, cites: [Text], severity: Severity,
    isUnverified: Bool, period: DateSpan, check: PopulationCheck
  ) {
    self.id = id
    self.kind = kind
    self.on = on
    self.group = group
    self.title = title
    self.cites = cites
    self.severity = severity
    self.isUnverified = isUnverified
    self.period = period
    self.check = check
  }
}
