import Evaluator
import JSON

/// What a case says of one rule; nil where it says nothing.
public struct ExpectedFinding: Sendable {
  public let rule: Text
  public var outcome: Outcome?
  public var missing: [Text]?
  public var failingItems: [Text]?
  public var isExceeded: Bool?
  /// As JSON, compared as numbers where both are.
  public var measured: JSONValue?
  public var distance: JSONValue?
}
