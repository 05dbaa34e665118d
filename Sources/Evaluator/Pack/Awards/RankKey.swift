import CEL
import JSON

/// One key of an order of candidates; a candidate without a value comes last whatever the direction.
public struct RankKey: Sendable {
  public var value: Formula
  public var isDescending: Bool
  public var title: LocalizedText?

  public init(value: Formula, isDescending: Bool, title: LocalizedText?) {
    self.value = value
    self.isDescending = isDescending
    self.title = title
  }
}
