import CEL
import Evaluator
import JSON

/// What a kind is called, what it takes, and examples that are its documentation and its tests.
public struct KindDescription: Sendable {
  /// As rules write it.
  public let name: Text
  public let title: LocalizedText
  public let doc: LocalizedText
  /// The members beyond those that all rules have.
  public let shape: ObjectShape
  /// What a missing paper means unless a rule says otherwise: `undetermined` or `violated`.
  public let whenMissing: Outcome
  /// True for a kind that measures elapsed time: what it makes of the author's texts may read the day of knowledge,
  /// `asOf`.
  public let readsAsOf: Bool
  public let examples: [KindExample]
  /// Of a kind of rules on many records.
  public let populationExamples: [PopulationExample]

  public init(
    name: Text, title: LocalizedText, doc: LocalizedText, members: [ObjectShape.Member],
    choices: [ObjectShape.Choice] = [], whenMissing: Outcome = .undetermined, readsAsOf: Bool = false,
    examples: [KindExample] = [], populationExamples: [PopulationExample] = []
  ) {
    self.name = name
    self.title = title
    self.doc = doc
    shape = ObjectShape(name, doc: doc, members: members, choices: choices)
    self.whenMissing = whenMissing
    self.readsAsOf = readsAsOf
    self.examples = examples
    self.populationExamples = populationExamples
  }
}
