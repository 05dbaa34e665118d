import CEL
import JSON

/// A tree that shows how a verdict or a finding came about, down to the values of subexpressions.
public struct Explanation: Sendable {
  public var subject: Subject
  public var children: [Explanation]

  public enum Subject: Sendable {
    case award(Int, Verdict.Standing)
    /// `all`, `any`, `atLeast` or `every` with the results that it may still have.
    case group(Criterion, ResultSet)
    case finding(Finding)
    /// A rule of the tree that is not in force on the record's law date.
    case notInForce(rule: Int)
    /// A leaf that looks beyond the record, with what is known of it.
    case beyond(Criterion.Leaf, LeafResult)
    /// A part of a rule (`when`, `requires`, `due`) with its value and those of its subexpressions.
    case formula(name: Text, text: Text, value: Value, parts: [SubexpressionValues.Line])
  }

  public init(_ subject: Subject, _ children: [Explanation] = []) {
    self.subject = subject
    self.children = children
  }
}
