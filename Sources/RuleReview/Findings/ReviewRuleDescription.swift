import CEL
import JSON

/// The page of a lint rule: what it finds, why that matters, what to avoid and what to write.
public struct ReviewRuleDescription: Sendable, Equatable {
  /// Lowercase words joined by `-`.
  public let id: Text
  public let title: LocalizedText
  public let what: LocalizedText
  public let why: LocalizedText
  /// A piece of a rule file that is found.
  public let avoid: Text
  /// The same, mended.
  public let prefer: Text
  public let severity: ReviewSeverity
  /// True where a pack must ask for it in its manifest.
  public let isOptIn: Bool

  public init(
    _ id: Text, _ severity: ReviewSeverity, isOptIn: Bool = false, title: LocalizedText, what: LocalizedText,
    why: LocalizedText, avoid: Text, prefer: Text
  ) {
    self.id = id
    self.severity = severity
    self.isOptIn = isOptIn
    self.title = title
    self.what = what
    self.why = why
    self.avoid = avoid
    self.prefer = prefer
  }
}
