import CEL
import Evaluator
import JSON
import RuleReview

/// What an annotation format must know before the first annotation.
public struct AnnotationHeader: Sendable {
  public var toolVersion: Text
  public var language: Language
  /// Names the whole: `lint`, or the pack that records are checked by.
  public var suite: Text
  /// Every rule that an annotation may name; others are still printed.
  public var rules: [AnnotatedRule]
  /// Whatever is judged by every rule, where what passes makes no annotation: packs.
  public var subjects: [Text]
  /// For formats that must tell a day; never the clock.
  public var day: CivilDate?
  public var usesColour: Bool

  public init(
    toolVersion: Text, language: Language, suite: Text, rules: [AnnotatedRule], subjects: [Text] = [],
    day: CivilDate? = nil, usesColour: Bool = false
  ) {
    self.toolVersion = toolVersion
    self.language = language
    self.suite = suite
    self.rules = rules
    self.subjects = subjects
    self.day = day
    self.usesColour = usesColour
  }
}

/// A rule as annotation formats describe it.
public struct AnnotatedRule: Sendable {
  public var id: Text
  public var title: Text
  public var description: Text
  public var help: Text?
  public var severity: ReviewSeverity

  public init(id: Text, title: Text, description: Text, help: Text? = nil, severity: ReviewSeverity) {
    self.id = id
    self.title = title
    self.description = description
    self.help = help
    self.severity = severity
  }
}
