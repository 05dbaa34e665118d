/// Why the figures would mean nothing.
enum BenchmarkFailure: Error, CustomStringConvertible {
  /// The pack does not take the generated records.
  case noRecords
  case rejectedRecords

  var description: String {
    switch self {
    case .noRecords: "No generated record could be bound: the sample does not fit the pack."
    case .rejectedRecords: "Some generated records were rejected: the sample does not fit the pack."
    }
  }
}
