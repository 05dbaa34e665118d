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
  /// True for a kind of rules on many records; a registry knows it by the protocol that the kind conforms to.
  var isOnMany = false
  private let makeExamples: @Sendable () -> [KindExample]
  private let makePopulationExamples: @Sendable () -> [PopulationExample]

  /// The members of a rule of this kind: those that all such rules have and its own.
  var ruleShape: ObjectShape {
    (isOnMany ? PopulationRuleForm.shape : RuleForm.shape).extended(by: shape)
  }

  /// The same for rules on many records.
  var onMany: KindDescription {
    var description = self
    description.isOnMany = true
    return description
  }

  // Made when asked for: a check of records never reads them.
  public var examples: [KindExample] { makeExamples() }
  /// Of a kind of rules on many records.
  public var populationExamples: [PopulationExample] { makePopulationExamples() }

  public init(
    name: Text, title: LocalizedText, doc: LocalizedText, members: [ObjectShape.Member],
    choices: [ObjectShape.Choice] = [], whenMissing: Outcome = .undetermined, readsAsOf: Bool = false,
    examples: @autoclosure @escaping @Sendable () -> [KindExample] = [],
    populationExamples: @autoclosure @escaping @Sendable () -> [PopulationExample] = []
  ) {
    self.name = name
    self.title = title
    self.doc = doc
    shape = ObjectShape(name, doc: doc, members: members, choices: choices)
    self.whenMissing = whenMissing
    self.readsAsOf = readsAsOf
    makeExamples = examples
    makePopulationExamples = populationExamples
  }
}
