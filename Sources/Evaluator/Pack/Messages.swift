import CEL
import JSON

/// The texts of one check, by outcome.
public struct Messages: Sendable {
  public var satisfied: MessageTemplate
  public var violated: MessageTemplate
  public var undetermined: MessageTemplate
  public var notYetDue: MessageTemplate

  public init(
    satisfied: MessageTemplate, violated: MessageTemplate, undetermined: MessageTemplate = .undetermined,
    notYetDue: MessageTemplate = .notYetDue
  ) {
    self.satisfied = satisfied
    self.violated = violated
    self.undetermined = undetermined
    self.notYetDue = notYetDue
  }
}
