import JSON
import RuleReview

/// One thing to be said at a place of a file, in the words of one language: what annotation formats write.
///
/// Findings on rule files and findings on records both become annotations, so each format is written once.
public struct Annotation: Sendable {
  public var kind: Kind
  /// Id of a rule of the header.
  public var rule: Text
  /// Id of the message, for programs.
  public var messageID: Text?
  public var arguments: [Text] = []
  public var message: Text
  public var remedy: Text?
  public var place: AnnotationPlace?
  public var related: [AnnotationPlace] = []
  /// What is judged: a record by type and key, or a pack.
  public var subject: Text
  public var fingerprint: Text?
  public var fix: [TextEdit] = []
  /// Grounds on which a person let it pass; it is shown and does not count.
  public var waiver: Text?

  /// What was found; in the words of SARIF, which has them all.
  public enum Kind: Sendable, Hashable {
    case fail(ReviewSeverity)
    /// Cannot be told yet.
    case open
    case pass
    /// Not due yet.
    case informational
    case notApplicable
  }

  public init(
    _ kind: Kind, rule: Text, message: Text, place: AnnotationPlace? = nil, subject: Text,
    waiver: Text? = nil
  ) {
    self.kind = kind
    self.rule = rule
    self.message = message
    self.place = place
    self.subject = subject
    self.waiver = waiver
  }
}
