import Evaluator
import JSON

/// A kind whose parameter type is hidden.
struct ErasedKind: Sendable {
  let description: KindDescription
  /// The description's, made once.
  let ruleShape: ObjectShape
  let compile: Compilation

  /// Decodes the parameters from a rule of sound shape and compiles them.
  enum Compilation: Sendable {
    case record(@Sendable (JSONNode, CompileContext) throws -> Check)
    case population(@Sendable (JSONNode, CompileContext) throws -> PopulationCheck)
  }

  var isPopulation: Bool { description.isOnMany }

  init(description: KindDescription, compile: Compilation) {
    self.description = description
    ruleShape = description.ruleShape
    self.compile = compile
  }
}

extension RecordKind {
  static var erased: ErasedKind {
    ErasedKind(
      description: Self.description,
      compile: .record { node, context in
        try Self().compile(JSONNodeDecoder.decode(Parameters.self, from: node), context)
      })
  }
}

extension PopulationKind {
  static var erased: ErasedKind {
    ErasedKind(
      description: Self.description.onMany,
      compile: .population { node, context in
        try Self().compile(JSONNodeDecoder.decode(Parameters.self, from: node), context)
      })
  }
}
