import Evaluator
import JSON

/// A kind whose parameter type is hidden.
struct ErasedKind: Sendable {
  let description: KindDescription
  /// The members of a rule of this kind: the common ones and its own.
  let ruleShape: ObjectShape
  let compile: Compilation

  /// Decodes the parameters from a rule of sound shape and compiles them.
  enum Compilation: Sendable {
    case record(@Sendable (JSONNode, CompileContext) throws -> Check)
    case population(@Sendable (JSONNode, CompileContext) throws -> PopulationCheck)
  }

  /// True where a rule looks at many records.
  var isPopulation: Bool {
    if case .population = compile { true } else { false }
  }
}

extension RecordKind {
  static var erased: ErasedKind {
    let description = Self.description
    return ErasedKind(
      description: description, ruleShape: RuleForm.shape.extended(by: description.shape),
      compile: .record { node, context in
        try Self().compile(JSONNodeDecoder.decode(Parameters.self, from: node), context)
      })
  }
}

extension PopulationKind {
  static var erased: ErasedKind {
    let description = Self.description
    return ErasedKind(
      description: description, ruleShape: PopulationRuleForm.shape.extended(by: description.shape),
      compile: .population { node, context in
        try Self().compile(JSONNodeDecoder.decode(Parameters.self, from: node), context)
      })
  }
}
