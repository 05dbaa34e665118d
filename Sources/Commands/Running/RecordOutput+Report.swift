import Columns
import Reports

extension RecordOutput {
  /// What is written of each record where columns judge it.
  ///
  /// - Parameter writer: one that has written nothing yet.
  init(_ only: ReportOptions.Only, _ format: ReportFormat, _ writer: any ReportWriter) {
    switch only {
    case .verdicts: self = .verdicts
    case .all, .violated:
      var writer = writer
      self = .violations(asLines: format == .ndjson) { writer.record(ReportedRecord($0, $1), into: &$2) }
    case .rosters, .summary: self = .nothing
    }
  }
}
