import ArgumentParser
import Reports

/// Formats of `check`.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, ndjson

  func writer(_ header: ReportHeader, _ options: ReportOptions) -> any ReportWriter {
    switch self {
    case .text: TextReport(header, options)
    case .json: JSONReport(header, options)
    case .ndjson: NDJSONReport(header, options)
    }
  }
}

extension ReportOptions.Only: ExpressibleByArgument {}
