import CEL
import Evaluator
import JSON

/// A draft and the record that it is read as.
struct WitnessState {
  let draft: Draft
  let record: RecordValue
  let activation: Activation

  /// The value at a place as the record has it: unknown where it is not given.
  func value(at steps: [Path.Step]) -> Value {
    var value = Value.record(record)
    var path = Path.root
    for step in steps {
      path = path.appending(step)
      switch (step, value) {
      case (.field(let name), .record(let record)):
        guard let slot = record.type.slot(of: name) else { return .error(EvaluationError(.noSuchField)) }
        value = record.slots[slot] ?? .unknown(Unknown(record.path.appending(step)))
      case (.index(let index), .list(let list)) where list.elements.indices.contains(index):
        value = list.elements[index]
      case (.key(let name), .list(let list)):
        guard let index = list.items?[name] else { return .unknown(Unknown(path)) }
        value = list.elements[index]
      default: return .unknown(Unknown(path))
      }
    }
    return value
  }
}
