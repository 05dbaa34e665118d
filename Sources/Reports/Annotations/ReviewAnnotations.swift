import CEL
import Evaluator
import JSON
import RulePacks
import RuleReview

/// Words what the review of rule files found.
public struct ReviewAnnotations {
  private let texts: ProblemTexts
  /// Leads from the working folder to the rules folder: empty, or ending in `/`.
  private let folder: Text

  public init(_ language: Language, below folder: Text) {
    texts = ProblemTexts(language)
    self.folder = folder
  }

  public func annotation(_ finding: ReviewFinding, subject: Text, waiver: Text? = nil) -> Annotation {
    var annotation = Annotation(
      .fail(finding.severity), rule: finding.rule, message: message(finding),
      place: finding.place.map { AnnotationPlace($0, below: folder) }, subject: subject, waiver: waiver)
    switch finding.content {
    case .message(let message):
      annotation.messageID = message.id
      annotation.arguments = message.arguments
    case .defect(let defect):
      annotation.messageID = Text(defect.code.rawValue)
      annotation.arguments = defect.arguments
    }
    annotation.remedy = finding.remedy.map { texts.text($0) }
    annotation.related = finding.related.map { AnnotationPlace($0, below: folder) }
    annotation.fingerprint = finding.fingerprint
    annotation.fix = finding.fix
    return annotation
  }

  /// On whose word and why a finding passes, and until when.
  public func waiver(_ waiver: Waiver) -> Text {
    let day = ValueText(texts.language).day(waiver.until)
    return waiver.grounds[texts.language] + " "
      + texts.choose(
        "(" + waiver.by + " quyết định, hiệu lực đến " + day + ")",
        "(by " + waiver.by + ", until " + day + ")")
  }

  /// Why a finding passes that is in the baseline.
  public var baseline: Text { texts.choose("Đã có trong mốc ban đầu.", "In the baseline.") }

  private func message(_ finding: ReviewFinding) -> Text {
    switch finding.content {
    case .message(let message): texts.text(message, suggestion: finding.suggestion)
    case .defect(let defect): texts.text(defect)
    }
  }

  /// The loader as one rule among those of the review, for formats that list rules.
  public func rule(ofDefect code: PackDefect.Code) -> AnnotatedRule {
    let title = texts.text(code.wording, [])
    return AnnotatedRule(
      id: ReviewFinding.loadPrefix + Text(code.rawValue), title: title, description: title, severity: .error)
  }

  public func rule(_ description: ReviewRuleDescription) -> AnnotatedRule {
    let language = texts.language
    return AnnotatedRule(
      id: description.id, title: description.title[language], description: description.what[language],
      help: description.why[language], severity: description.severity)
  }
}

extension ProblemTexts {
  func text(_ message: ReviewMessage, suggestion: Text? = nil) -> Text {
    text(
      Wording(vi: message.wording.vi, en: message.wording.en), message.arguments, suggestion: suggestion)
  }
}
