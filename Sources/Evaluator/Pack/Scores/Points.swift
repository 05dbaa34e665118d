import CEL
import JSON

/// What a rule adds to the scores that name it; nothing where it does not apply.
public struct Points: Sendable {
  /// A number; nil adds nothing.
  public var satisfied: Formula?
  public var violated: Formula?

  public init(satisfied: Formula?, violated: Formula?) {
    self.satisfied = satisfied
    self.violated = violated
  }

  public var formulas: [Formula] { [satisfied, violated].compactMap { $0 } }
}
