import CEL
import Evaluator
import JSON
import Populations

/// Makes of a row of columns what the tree reader makes of the record, as far as it is asked for.
struct RecordPartReader {
  let storage: ColumnStorage
  /// What records lead to; nil where that is not known.
  let relations: RelationIndex?

  func record(_ part: RecordPart, _ row: Int) -> RecordValue {
    let record = record(part, row, part.path)
    guard !part.relations.isEmpty, let relations else { return record }
    return relations.joined(record, along: part.relations)
  }

  private func record(_ part: RecordPart, _ row: Int, _ path: Path) -> RecordValue {
    var slots = [Value?](repeating: nil, count: part.type.fields.count)
    for member in part.members {
      slots[member.slot] = value(member, row, path) ?? member.preset
    }
    return RecordValue(type: part.type, slots: slots, path: path)
  }

  /// The value of a field; nil where it is not given.
  private func value(_ member: RecordPart.Member, _ row: Int, _ path: Path) -> Value? {
    switch member.content {
    case .scalar(let field, let column): storage.value(of: field, in: column, row)
    default: value(member.content, row, path.appending(.field(member.name)))
    }
  }

  private func value(_ content: RecordPart.Content, _ row: Int, _ path: Path) -> Value? {
    switch content {
    case .scalar(let field, let column): storage.value(of: field, in: column, row)
    case .section(let part, let column):
      storage.columns[column].known.bit(row) ? .record(record(part, row, path)) : nil
    case .list(let list, let space, let column, let element):
      storage.columns[column].known.bit(row) ? items(list, space, element, row, path).map(Value.list) : nil
    }
  }

  private func items(
    _ list: ListPlan, _ space: Int, _ element: RecordPart.Content, _ row: Int, _ path: Path
  ) -> ListValue? {
    guard let place = storage.listOfSpace[space] else { return nil }
    let rows = storage.lists + place
    let first = Int(rows.pointee.starts[row])
    let isComplete = rows.pointee.isComplete
    // What may follow has a row, too.
    let end = Int(rows.pointee.ends[row]) - (isComplete ? 0 : 1)
    let key = list.field?.key.flatMap { list.element.object?.field(named: $0) }
    var elements: [Value] = []
    var names: [Text: Int] = [:]
    elements.reserveCapacity(end - first)
    for item in first..<end {
      var place = path.appending(.index(item - first))
      if let key, let column = key.column, let value = storage.value(of: key, in: column, item) {
        let name = value.keyText ?? ""
        place = path.appending(.key(name))
        names[name] = item - first
      }
      elements.append(value(element, item, place) ?? .unknown(Unknown(place)))
    }
    return ListValue(elements, path: path, items: key == nil ? nil : names, isComplete: isComplete)
  }
}
