import CEL
import JSON

/// An expression of a rule: its text, which is what a compiled pack stores, and its program.
public struct Formula: Sendable {
  public let text: Text
  public let program: Program

  public init(text: Text, program: Program) {
    self.text = text
    self.program = program
  }
}
