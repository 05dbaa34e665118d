import JSON

/// How much a finding of the review weighs; `error` and `warning` make the exit code 1.
public enum ReviewSeverity: Int, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  /// As written in manifests and results.
  public var name: Text {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  public init?(_ name: Text) {
    guard let severity = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  public static func < (left: ReviewSeverity, right: ReviewSeverity) -> Bool {
    left.rawValue < right.rawValue
  }
}
