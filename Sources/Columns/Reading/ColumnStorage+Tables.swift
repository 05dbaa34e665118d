import CEL
import JSON

/// The tables.
extension ColumnStorage {
  func text(_ text: String) -> Place {
    // Behind it stand as many zeros as are ever compared at once.
    let size = text.utf8.count + 32
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    bytes.initialize(repeating: 0, count: size)
    for (place, byte) in text.utf8.enumerated() { bytes[place] = byte }
    memory.append(UnsafeMutableRawPointer(bytes))
    return Place(bytes)
  }

  /// The texts that can stand in a record as they are.
  func words(_ words: [(text: Text, code: Int64)]) -> UnsafeMutablePointer<WordTable> {
    let plain = words.filter { word in
      !word.text.folded.isEmpty
        && !word.text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
    let table = UnsafeMutablePointer<WordTable>.allocate(capacity: 1)
    let memory = UnsafeMutablePointer<WordTable.Word>.allocate(capacity: max(1, plain.count))
    self.memory += [UnsafeMutableRawPointer(table), UnsafeMutableRawPointer(memory)]
    for (place, word) in plain.enumerated() {
      let quoted = ByteWord(text("\"" + word.text.string + "\""), length: word.text.utf8.count + 2)
      (memory + place).initialize(to: WordTable.Word(text: quoted, code: word.code))
    }
    let heads = HeadTable(
      memory, plain.indices.map { (memory[$0].text.text + 1, memory[$0].length - 1) })
    self.memory.append(UnsafeMutableRawPointer(heads.slots))
    table.initialize(to: WordTable(table: heads))
    return table
  }

  func build(_ object: ObjectPlan, isRoot: Bool = false) -> Int {
    var entries = object.fields.map { entry(named: $0.field?.name ?? "", $0) }
    if isRoot {
      for (name, form) in [("type", ValueForm.type), ("$schema", .anything)] as [(Text, ValueForm)]
      where object.type.slot(of: name) == nil {
        let plan = FieldPlan(.dyn, nil, space: 0, parent: nil)
        plan.form = form
        entries.append(entry(named: name, plan))
      }
    }
    let count = entries.count
    entries.append(ShapeEntry(name: ByteWord(nowhere: text("")), form: .anything, column: columns))
    let flat = UnsafeMutablePointer<ShapeEntry>.allocate(capacity: entries.count)
    flat.initialize(from: entries, count: entries.count)
    let slots = HashSlots(entries[..<count].map { Shape.hash($0.name.text + 1, $0.length - 3) })
    let heads = HeadTable(flat, entries[..<count].map { ($0.name.text + 1, $0.length - 1) })
    memory += [UnsafeMutableRawPointer(flat), UnsafeMutableRawPointer(slots.entries)]
    memory.append(UnsafeMutableRawPointer(heads.slots))
    shapes.append(Shape(entries: flat, count: count, slots: slots, heads: heads))
    return shapes.count - 1
  }

  private func entry(named name: Text, _ plan: FieldPlan) -> ShapeEntry {
    let key = ByteWord(text("\"" + name.string + "\":"), length: name.utf8.count + 3)
    let column = columns + (plan.column ?? self.plan.spaces[plan.space].sink)
    var entry = ShapeEntry(name: key, form: plan.form, column: column)
    // In the column that nobody reads, a whole number may have no decimal places either.
    entry.spare = plan.form == .integer ? column.pointee.scale : 0
    entry.isPlanned = plan.field?.isPlanned ?? true
    entry.maximumLength = plan.field?.maxLength ?? .max
    if let members = plan.members {
      entry.words = words(members.members.enumerated().map { ($0.element, Int64($0.offset)) })
    } else if plan.columns(self.plan).hasCodes {
      let texts = plan.columns(self.plan).words.enumerated().filter {
        $0.element.codePointCount <= entry.maximumLength
      }
      entry.words = words(texts.map { ($0.element, Int64($0.offset)) })
    }
    if let object = plan.object { entry.target = build(object) }
    if let list = plan.list { entry.target = build(list, plan) }
    return entry
  }

  private func build(_ plan: ListPlan, _ field: FieldPlan) -> Int {
    let element = UnsafeMutablePointer<ShapeEntry>.allocate(capacity: 1)
    memory.append(UnsafeMutableRawPointer(element))
    element.initialize(to: entry(named: "", plan.element))
    let capacity = plan.space == nil ? 1 : capacities[plan.parent]
    var list = ListSpace(
      starts: .allocate(capacity: capacity), ends: .allocate(capacity: capacity), element: element)
    list.starts.initialize(repeating: 0, count: capacity)
    list.ends.initialize(repeating: 0, count: capacity)
    list.maximumCount = plan.field?.maxItems ?? .max
    list.isComplete = plan.field?.isComplete ?? true
    list.parent = plan.parent
    if let space = plan.space {
      list.isRead = true
      list.space = space
      list.capacity = capacities[space]
      if let key = plan.field?.key, let named = plan.element.object?.field(named: key),
        let column = named.column
      {
        list.key = columns + column
        list.keyForm = named.form
      }
      listOfSpace[space] = listCount
      givenColumns[space] = field.column
    }
    (lists + listCount).initialize(to: list)
    listCount += 1
    return listCount - 1
  }
}

extension FieldPlan {
  fileprivate func columns(_ plan: RecordPlan) -> RecordPlan.ColumnPlan { plan.columns[column ?? 0] }
}
