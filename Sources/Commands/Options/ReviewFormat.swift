import ArgumentParser
import Reports
import RuleReview

/// Formats of findings on rule files.
enum ReviewFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, junit, github, markdown

  func bytes(_ header: AnnotationHeader, _ annotations: [Annotation]) -> [UInt8] {
    switch self {
    case .text: TextAnnotations.bytes(header, annotations)
    case .json: JSONAnnotations.bytes(header, annotations)
    case .sarif: SARIFAnnotations.bytes(header, annotations)
    case .junit: JUnitAnnotations.bytes(header, annotations)
    case .github: GitHubAnnotations.bytes(header, annotations)
    case .markdown: MarkdownAnnotations.bytes(header, annotations)
    }
  }
}

/// Which findings on rule files make the exit code 1.
enum ReviewFailure: String, ExpressibleByArgument, CaseIterable {
  case note, warning, error, never

  func fails(_ severity: ReviewSeverity) -> Bool {
    switch self {
    case .note: true
    case .warning: severity >= .warning
    case .error: severity == .error
    case .never: false
    }
  }
}
