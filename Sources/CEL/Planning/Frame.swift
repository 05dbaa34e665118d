import JSON

/// What the nodes of one evaluation share: what they read, and what they use up.
struct Frame {
  /// Not counted as a reference: whoever evaluates holds the activation, and with it the record.
  let record: Unmanaged<RecordValue>?
  let variables: [Value?]
  let context: CallContext
  /// Variables of macros, by slot.
  var locals: [Value]
  /// Steps that are left; below zero the evaluation has failed, whatever a node answers.
  var steps: Int64
  /// Values by expression id, while a trace is taken; else empty.
  var trace: [Value?] = []

  var isExhausted: Bool { steps < 0 }

  /// Uses up steps in proportion to a large value, a step for eight bytes or two elements, so that work and memory stay
  /// bounded.
  @inline(__always)
  mutating func charge(for value: Value) {
    switch value {
    case .string(let text): steps -= Int64(text.utf8.count >> 3)
    case .bytes(let bytes): steps -= Int64(bytes.count >> 3)
    case .list(let list): steps -= Int64(list.elements.count >> 1)
    case .map(let map): steps -= Int64(map.keys.count >> 1)
    default: break
    }
  }
}
