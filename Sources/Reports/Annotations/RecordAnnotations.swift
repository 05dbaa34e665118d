import CEL
import Evaluator
import JSON
import Records
import RuleReview

/// Findings on records in a format of annotations, at the line of the record.
public struct RecordAnnotations<Format: AnnotationWriter>: ReportWriter {
  private let header: ReportHeader
  private let options: ReportOptions
  private let messages: MessageRenderer
  private let texts: ProblemTexts
  private var format: Format

  public init(_ header: ReportHeader, _ options: ReportOptions) {
    self.header = header
    self.options = options
    messages = MessageRenderer(header.pack, options.language)
    texts = ProblemTexts(options.language)
    format = Format(Self.header(header, options))
  }

  /// The id under which rejected records are reported.
  static var rejected: Text { "record.rejected" }

  private static func header(_ header: ReportHeader, _ options: ReportOptions) -> AnnotationHeader {
    let language = options.language
    let words = ReportWords(language)
    let rules = header.pack.rules.map { rule in
      let sources = rule.cites.isEmpty ? "" : " (" + rule.cites.joined(", ") + ")"
      return AnnotatedRule(
        id: rule.id, title: rule.title[language], description: rule.title[language] + sources,
        severity: ReviewSeverity(rule.severity))
    }
    let rejected = words.choose("Hồ sơ không đọc được", "Records that cannot be read")
    return AnnotationHeader(
      toolVersion: header.toolVersion, language: language, suite: header.pack.id,
      rules: rules + [
        AnnotatedRule(id: Self.rejected, title: rejected, description: rejected, severity: .error)
      ], day: header.asOf, usesColour: options.usesColour)
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
      format.annotation(annotation, into: &output)
    }
  }

  private func kind(_ finding: Finding, _ rule: CompiledRule) -> Annotation.Kind {
    switch finding.outcome {
    case .satisfied: .pass
    case .violated: .fail(ReviewSeverity(rule.severity))
    case .undetermined: .open
    case .notYetDue: .informational
    case .notApplicable: .notApplicable
    }
  }

  public mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {
    let message = texts.texts(rejection).joined(" ")
    let place = AnnotationPlace(rejection.place)
    let subject = rejection.key?.text ?? place.text
    format.annotation(
      Annotation(.fail(.error), rule: Self.rejected, message: message, place: place, subject: subject),
      into: &output)
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
