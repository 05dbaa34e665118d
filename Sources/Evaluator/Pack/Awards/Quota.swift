import CEL
import JSON

/// How many candidates may be nominated: in each group, or in all.
public struct Quota: Sendable {
  public var size: Size
  /// Groups that the quota holds for, one by one; empty for all candidates together.
  public var per: [GroupKey]
  public var rounding: Rounding
  /// True where it may never be exceeded, not even by equals.
  public var isCeiling: Bool
  /// Over parameters only; nil is always in force.
  public var applies: Formula?
  public var title: LocalizedText?
  public var cites: [Text]

  public enum Size: Sendable {
    /// A whole number, over parameters only.
    case number(Formula)
    /// A percentage, over parameters only, of the records that are counted.
    case share(Formula, of: Base)
  }

  /// What a share is taken of.
  public enum Base: Sendable {
    /// The records of the award's type for which it holds.
    case records(Formula)
    /// The records of the award's type that stand so with one of other awards, by place in `CompiledPack.awards`.
    case awards([Int], Standing)
  }

  public enum Standing: Int, Sendable, CaseIterable {
    case eligible, nominated, decided

    public var name: Text {
      switch self {
      case .eligible: "eligible"
      case .nominated: "nominated"
      case .decided: "decided"
      }
    }
  }

  /// What becomes of a share that is no whole number.
  public enum Rounding: Int, Sendable, CaseIterable {
    case down, up
    /// Halves go up.
    case nearest

    public var name: Text {
      switch self {
      case .down: "down"
      case .up: "up"
      case .nearest: "nearest"
      }
    }
  }

  public init(
    size: Size, per: [GroupKey], rounding: Rounding = .down, isCeiling: Bool = false,
    applies: Formula? = nil, title: LocalizedText? = nil, cites: [Text] = []
  ) {
    self.size = size
    self.per = per
    self.rounding = rounding
    self.isCeiling = isCeiling
    self.applies = applies
    self.title = title
    self.cites = cites
  }
}
