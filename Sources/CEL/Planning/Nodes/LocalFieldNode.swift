/// `item.field` of a variable of a macro that holds a record: the commonest node of a macro's body.
final class LocalFieldNode: Node {
  private let place: Int
  private let slot: Int
  /// Stands in where the variable holds no record or the record does not give the field.
  private let path: PathNode

  init(local: Int, slot: Int, _ path: PathNode) {
    place = local
    self.slot = slot
    self.path = path
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    if case .record(let record) = frame.locals[place], slot < record.slots.count,
      let value = record.slots[slot]
    {
      return value
    }
    return path.evaluate(&frame)
  }
}
