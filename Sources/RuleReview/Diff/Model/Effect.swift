/// What a change means for those who are judged.
public enum Effect: String, Sendable, CaseIterable {
  /// Whoever failed before fails still, and others may.
  case stricter
  /// Whoever fails now failed before, and others no longer do.
  case looser
  /// Neither is known to hold: some may gain and others lose.
  case incomparable
  /// Says the same in other words of the rule language.
  case same
  /// Nothing but titles and messages.
  case wording
}

extension Effect {
  /// The effect of two changes at once.
  func joined(_ other: Effect) -> Effect {
    let order: [Effect] = [.wording, .same]
    if order.contains(self) { return order.contains(other) && self == .same ? .same : other }
    if order.contains(other) { return self }
    return self == other ? self : .incomparable
  }
}
