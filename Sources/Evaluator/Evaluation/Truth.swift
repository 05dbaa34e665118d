import CEL

/// A boolean as it stands: known, open or failed.
public enum Truth: Sendable, CaseIterable {
  case yes, no, unknown, error

  /// Anything but a boolean, an unknown or an error counts as an error: the checker admits none.
  public init(_ value: Value) {
    switch value {
    case .bool(true): self = .yes
    case .bool(false): self = .no
    case .unknown: self = .unknown
    default: self = .error
    }
  }

  /// The boolean, where it is known.
  public var known: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .unknown, .error: nil
    }
  }
}
