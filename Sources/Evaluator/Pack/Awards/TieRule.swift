import JSON

/// What becomes of candidates of equal rank where a quota does not hold them all.
public enum TieRule: Int, Sendable, CaseIterable {
  /// None of them is nominated, nor anyone below them.
  case exclude
  /// All of them are, so that the quota may be exceeded.
  case include
  /// Their keys decide, bytewise.
  case key

  public var name: Text {
    switch self {
    case .exclude: "exclude"
    case .include: "include"
    case .key: "key"
    }
  }
}
