import Evaluator
import JSON
import RulePacks

/// An award with its meaning.
struct ReviewedAward {
  let inspected: InspectedAward
  /// Whom it is for; nil where the award or the pack is broken.
  let applies: Condition?

  init(_ inspected: InspectedAward, _ reader: PackConditions?) {
    self.inspected = inspected
    guard let compiled = inspected.compiled, let reader else {
      applies = nil
      return
    }
    applies = compiled.applies.map { reader.condition($0, on: compiled.on) } ?? .constant(true)
  }

  var id: Text { inspected.id }
  var node: JSONNode { inspected.node }
  var compiled: CompiledAward? { inspected.compiled }
  var idNode: JSONNode { node["id"] ?? node }
}
