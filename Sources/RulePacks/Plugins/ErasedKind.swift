import Evaluator
import JSON

/// A kind whose parameter type is hidden.
struct ErasedKind: Sendable {
  let description: KindDescription
  /// The members of a rule of this kind: the common ones and its own.
  let ruleShape: ObjectShape
  /// Decodes the parameters from a rule of sound shape and compiles them.
  let compile: @Sendable (JSONNode, CompileContext) throws -> Check
}

extension RecordKind {
  static var erased: ErasedKind {
    let description = Self.description
    return ErasedKind(
      description: description, ruleShape: RuleForm.shape.extended(by: description.shape),
      compile: { node, context in
        try Self().compile(JSONNodeDecoder.decode(Parameters.self, from: node), context)
      })
  }
}
