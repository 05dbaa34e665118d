import JSON
import RulePacks

/// One thing that the review of rule files found.
public struct ReviewFinding: Sendable, Hashable {
  /// Id of the lint rule; of a defect `load.` and its code.
  public let rule: Text
  public var severity: ReviewSeverity
  /// Nil where it stands in no file.
  public let place: PackDefect.Place?
  public let content: Content
  /// How to mend it.
  public let remedy: ReviewMessage?
  /// What was probably meant.
  public let suggestion: Text?
  /// Where the other parties stand.
  public let related: [PackDefect.Place]
  /// What mends it without a change of meaning, in the file of `place`; empty where a person must decide.
  public let fix: [TextEdit]

  /// What is said.
  public enum Content: Sendable, Hashable {
    case message(ReviewMessage)
    /// The loader's own finding, which `Reports` words.
    case defect(PackDefect)
  }

  public init(
    _ rule: Text, _ severity: ReviewSeverity, at place: PackDefect.Place?, _ message: ReviewMessage,
    remedy: ReviewMessage? = nil, suggestion: Text? = nil, related: [PackDefect.Place] = [],
    fix: [TextEdit] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    content = .message(message)
    self.remedy = remedy
    self.suggestion = suggestion
    self.related = related
    self.fix = fix
  }

  /// A defect or warning of the loader.
  public init(_ defect: PackDefect, severity: ReviewSeverity = .error) {
    rule = Self.loadPrefix + Text(defect.code.rawValue)
    self.severity = severity
    place = defect.place
    content = .defect(defect)
    remedy = nil
    suggestion = defect.suggestion
    related = defect.related.map { [$0] } ?? []
    fix = []
  }

  /// What the ids of the loader's findings begin with.
  public static let loadPrefix: Text = "load."
}
