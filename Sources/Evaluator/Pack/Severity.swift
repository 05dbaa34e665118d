import JSON

/// How a rule counts in reports and exit codes; never in verdicts.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  case advisory, target, mandatory

  /// As written in rule files and results.
  public var name: Text {
    switch self {
    case .advisory: "advisory"
    case .target: "target"
    case .mandatory: "mandatory"
    }
  }

  public init?(_ name: Text) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
