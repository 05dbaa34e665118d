import CEL
import JSON

/// An expression of a rule: its text, which is what a compiled pack stores, and its program.
public struct Formula: Sendable {
  public let text: Text
  public let program: Program
  /// What is known of it without reading it.
  private let stored: StoredReads?

  public init(text: Text, program: Program) {
    self.text = text
    self.program = program
    stored = nil
  }

  /// One that a compiled pack stored with what it reads.
  init(text: Text, program: Program, reading reads: StoredReads) {
    self.text = text
    self.program = program
    stored = reads
  }

  /// Names of the variables that it reads (`params.turnoutMin`), sorted.
  public var variablesRead: [Text] { stored?.variables ?? program.checked?.variablesRead ?? [] }

  /// Paths of the fields that it reads, sorted, where one of them may lead over a relation; else none.
  public var relatedFieldsRead: [Text] {
    if let stored { return stored.relatedFields }
    guard let checked = program.checked, checked.mayReadRelations else { return [] }
    return checked.fieldsRead
  }

  /// True where it reads a score of the record.
  public var readsScores: Bool {
    variablesRead.contains { $0.utf8.starts(with: Text("scores.").utf8) }
  }
}
