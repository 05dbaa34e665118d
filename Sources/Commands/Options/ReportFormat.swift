import ArgumentParser
import Reports

/// Formats of `check`.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, ndjson, sarif, junit, github

  func writer(_ header: ReportHeader, _ options: ReportOptions) -> any ReportWriter {
    switch self {
    case .text: TextReport(header, options)
    case .json: JSONReport(header, options)
    case .ndjson: NDJSONReport(header, options)
    case .sarif: RecordAnnotations<SARIFAnnotations>(header, options)
    case .junit: RecordAnnotations<JUnitAnnotations>(header, options)
    case .github: RecordAnnotations<GitHubAnnotations>(header, options)
    }
  }
}

extension ReportOptions.Only: ExpressibleByArgument {}
