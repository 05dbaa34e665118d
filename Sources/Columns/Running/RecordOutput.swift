import Evaluator
import Records

/// What is written of each record that is judged.
public enum RecordOutput {
  /// Only what all of them come to.
  case nothing
  /// A line of verdicts.
  case verdicts
  /// Whatever `write` makes of its violated findings and its verdicts, which no thread but the worker's own calls.
  ///
  /// Records that columns judge come with neither fields nor warnings.
  ///
  /// - Parameter asLines: true where `write` makes a line of NDJSON of each.
  case violations(asLines: Bool, write: (LocatedRecord, RecordResult, inout [UInt8]) -> Void)
}
