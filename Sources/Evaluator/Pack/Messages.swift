import CEL
import JSON

/// The texts of one check, by outcome.
public struct Messages: Sendable {
  public var satisfied: MessageTemplate
  public var violated: MessageTemplate
  public var undetermined: MessageTemplate
  public var notYetDue: MessageTemplate
  /// Where the data are at fault and the failing items say what with.
  public var failed: MessageTemplate

  public init(
    satisfied: MessageTemplate, violated: MessageTemplate, undetermined: MessageTemplate = .undetermined,
    notYetDue: MessageTemplate = .notYetDue, failed: MessageTemplate = .failed
  ) {
    self.satisfied = satisfied
    self.violated = violated
    self.undetermined = undetermined
    self.notYetDue = notYetDue
    self.failed = failed
  }
}
