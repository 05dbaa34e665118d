import CEL
import Evaluator
import JSON
import Populations
import Records
import RulePacks
import RuleReview

/// Findings on records in a format of annotations, at the line of the record.
public struct RecordAnnotations<Format: AnnotationWriter>: ReportWriter {
  private let header: ReportHeader
  private let options: ReportOptions
  private let messages: MessageRenderer
  private let texts: ProblemTexts
  private let review: ReviewAnnotations
  private var format: Format

  public init(_ header: ReportHeader, _ options: ReportOptions) {
    self.header = header
    self.options = options
    messages = MessageRenderer(header.pack, options.language)
    texts = ProblemTexts(options.language)
    review = ReviewAnnotations(options.language, below: "")
    format = Format(Self.header(header, options))
  }

  /// The id under which rejected records are reported.
  static var rejected: Text { "record.rejected" }

  private static func header(_ header: ReportHeader, _ options: ReportOptions) -> AnnotationHeader {
    let language = options.language
    let words = ReportWords(language)
    func annotated(_ id: Text, _ title: LocalizedText, _ cites: [Text], _ severity: Severity) -> AnnotatedRule
    {
      let sources = cites.isEmpty ? "" : " (" + cites.joined(", ") + ")"
      return AnnotatedRule(
        id: id, title: title[language], description: title[language] + sources,
        severity: ReviewSeverity(severity))
    }
    let rules =
      header.pack.rules.map { annotated($0.id, $0.title, $0.cites, $0.severity) }
      + header.pack.populationRules.map { annotated($0.id, $0.title, $0.cites, $0.severity) }
    let review = ReviewAnnotations(language, below: "")
    let waivers = header.takesWaivers ? WaiverFindings.descriptions.map(review.rule) : []
    let rejected = words.choose("Hồ sơ không đọc được", "Records that cannot be read")
    return AnnotationHeader(
      toolVersion: header.toolVersion, language: language, suite: header.pack.id,
      rules: rules + [
        AnnotatedRule(id: Self.rejected, title: rejected, description: rejected, severity: .error)
      ] + waivers, day: header.asOf, usesColour: options.usesColour)
  }

  public mutating func begin(into output: inout [UInt8]) { format.begin(into: &output) }

  public mutating func record(_ record: ReportedRecord, into output: inout [UInt8]) {
    guard options.only == .all || options.only == .violated else { return }
    let subject = record.result.record.type.name + "." + record.located.key.text
    let place = AnnotationPlace(record.located.place)
    for finding in record.result.findings where options.only == .all || finding.outcome == .violated {
      let rule = header.pack.rules[finding.rule]
      var annotation = Annotation(
        kind(finding, rule), rule: rule.id,
        message: Excerpt.printable(record.located.key.text + ": " + rule.title[options.language] + ". ")
          + messages.text(finding), place: place, subject: subject)
      annotation.messageID = messages.template(finding).id
      annotation.arguments = messages.arguments(finding).map(\.text)
      annotation.waiver = record.waivers[finding.rule].map(review.waiver)
      format.annotation(annotation, into: &output)
    }
  }

  private func kind(_ finding: Finding, _ rule: CompiledRule) -> Annotation.Kind {
    kind(finding.outcome, rule.severity)
  }

  private func kind(_ outcome: Outcome, _ severity: Severity) -> Annotation.Kind {
    switch outcome {
    case .satisfied: .pass
    case .violated: .fail(ReviewSeverity(severity))
    case .undetermined: .open
    case .notYetDue: .informational
    case .notApplicable: .notApplicable
    }
  }

  public mutating func group(_ group: GroupFinding, into output: inout [UInt8]) {
    guard options.only == .all || (options.only == .violated && group.outcome == .violated) else { return }
    let rule = header.pack.populationRules[group.rule]
    let name = messages.name(of: group)
    var annotation = Annotation(
      kind(group.outcome, rule.severity), rule: rule.id,
      message: Excerpt.printable((name.isEmpty ? "" : name + ": ") + rule.title[options.language] + ". ")
        + messages.text(group), subject: rule.id + (name.isEmpty ? "" : "." + group.group.joined("/")))
    annotation.messageID = messages.template(group).id
    format.annotation(annotation, into: &output)
  }

  /// Lists of candidates are no annotations.
  public mutating func roster(_ roster: Roster, into output: inout [UInt8]) {}

  public mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {
    let message = texts.texts(rejection).joined(" ")
    let place = AnnotationPlace(rejection.place)
    let subject = rejection.key?.text ?? place.text
    format.annotation(
      Annotation(.fail(.error), rule: Self.rejected, message: message, place: place, subject: subject),
      into: &output)
  }

  public mutating func waiver(_ finding: ReviewFinding, into output: inout [UInt8]) {
    format.annotation(
      review.annotation(finding, subject: finding.place?.file ?? finding.rule), into: &output)
  }

  public mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    format.end(into: &output)
  }
}

extension ReviewSeverity {
  /// How a criterion that is not met shows among the annotations of a file.
  init(_ severity: Severity) {
    switch severity {
    case .mandatory: self = .error
    case .target: self = .warning
    case .advisory: self = .note
    }
  }
}
