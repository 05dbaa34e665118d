import CEL
import JSON

/// The columns of one batch of records of one type, and the tables that steer their reading; owned by one worker.
final class ColumnStorage {
  let plan: RecordPlan
  /// Records that a batch holds at most; a multiple of 64.
  let rowLimit: Int
  let columns: UnsafeMutablePointer<Column>
  let columnCount: Int
  let lists: UnsafeMutablePointer<ListSpace>
  private(set) var listCount = 0
  /// By space: the list whose items its rows are; nil for the records.
  private(set) var listOfSpace: [Int?]
  /// By space: the column of whether the list is given.
  private(set) var givenColumns: [Int?]
  /// By space: rows that fit.
  private var capacities: [Int]
  let state: UnsafeMutablePointer<ReaderState>
  private(set) var rows = 0
  /// How often the rows of a list have been made more.
  private(set) var growths = 0
  private var shapes: [Shape] = []
  private var shapeMemory: UnsafeMutablePointer<Shape>?
  private var memory: [UnsafeMutableRawPointer] = []
  private let builtLists: Int

  init(_ plan: RecordPlan, asOf: CivilDate, rowLimit: Int) {
    self.plan = plan
    self.rowLimit = rowLimit
    columnCount = plan.columns.count
    columns = .allocate(capacity: columnCount)
    builtLists = max(1, Self.count(plan.root))
    lists = .allocate(capacity: builtLists)
    listOfSpace = Array(repeating: nil, count: plan.spaces.count)
    givenColumns = Array(repeating: nil, count: plan.spaces.count)
    capacities = plan.spaces.indices.map { $0 == 0 ? rowLimit : 4 * rowLimit }
    state = .allocate(capacity: 1)
    for (place, column) in plan.columns.enumerated() {
      columns[place] = makeColumn(column, isRead: column.form != .anything)
    }
    let root = UnsafeMutablePointer<ShapeEntry>.allocate(capacity: 1)
    memory.append(UnsafeMutableRawPointer(root))
    let powers = UnsafeMutablePointer<Int64>.allocate(capacity: 19)
    memory.append(UnsafeMutableRawPointer(powers))
    for exponent in 0...18 { powers[exponent] = PowerOfTen.value(exponent) }
    root.initialize(to: ShapeEntry(text: text(""), form: .object, column: columns))
    let nothing = root.pointee.text
    state.initialize(
      to: ReaderState(
        shapes: .allocate(capacity: 1), lists: lists, listCount: 0, root: root, powers: powers, base: nothing,
        asOf: Int64(asOf.daysSinceEpoch), typeName: words([(plan.type.name, 0)]).pointee,
        digests: .allocate(capacity: 256), digestCapacity: 256, storage: self))
    root.pointee.target = build(plan.root, isRoot: true)
    let all = UnsafeMutablePointer<Shape>.allocate(capacity: shapes.count)
    all.initialize(from: shapes, count: shapes.count)
    state.pointee.shapes.deallocate()
    state.pointee.shapes = all
    state.pointee.listCount = listCount
  }

  deinit {
    for place in 0..<columnCount { release(columns[place]) }
    for place in 0..<listCount {
      lists[place].starts.deallocate()
      lists[place].ends.deallocate()
    }
    columns.deallocate()
    lists.deallocate()
    state.pointee.shapes.deallocate()
    state.pointee.digests.deallocate()
    state.deallocate()
    for piece in memory { piece.deallocate() }
  }

  private static func count(_ object: ObjectPlan) -> Int { object.fields.reduce(0) { $0 + count($1) } }

  private static func count(_ field: FieldPlan) -> Int {
    (field.object.map(count) ?? 0) + (field.list.map { 1 + count($0.element) } ?? 0)
  }
}

/// Memory.
extension ColumnStorage {
  private func makeColumn(_ plan: RecordPlan.ColumnPlan, isRead: Bool) -> Column {
    let capacity = capacities[plan.space]
    let known = Self.words(capacity)
    let isText = plan.hasCodes || !isRead
    var column = Column(
      values: .allocate(capacity: capacity), known: known,
      truth: plan.form == .boolean || !isRead ? Self.words(capacity) : known,
      codes: UnsafeMutablePointer(bitPattern: 8) ?? .allocate(capacity: 1))
    if isText { column.codes = .allocate(capacity: capacity) }
    column.space = plan.space
    column.isRead = isRead
    return column
  }

  private func release(_ column: Column) {
    column.values.deallocate()
    if column.truth != column.known { column.truth.deallocate() }
    column.known.deallocate()
    if column.codes != UnsafeMutablePointer(bitPattern: 8) { column.codes.deallocate() }
  }

  private static func words(_ capacity: Int) -> UnsafeMutablePointer<UInt64> {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity / 64)
    words.initialize(repeating: 0, count: capacity / 64)
    return words
  }

  /// Doubles the rows of a list's items.
  func grow(_ space: Int) {
    let old = capacities[space]
    let new = 2 * old
    capacities[space] = new
    growths += 1
    for place in 0..<columnCount where columns[place].space == space {
      let column = columns[place]
      columns[place].values = Self.larger(column.values, old, new, filled: nil)
      columns[place].known = Self.larger(column.known, old / 64, new / 64, filled: 0)
      columns[place].truth =
        column.truth == column.known
        ? columns[place].known : Self.larger(column.truth, old / 64, new / 64, filled: 0)
      if column.codes != UnsafeMutablePointer(bitPattern: 8) {
        columns[place].codes = Self.larger(column.codes, old, new, filled: nil)
      }
    }
    for place in 0..<listCount {
      if lists[place].isRead, lists[place].space == space { lists[place].capacity = new }
      if lists[place].isRead, lists[place].parent == space {
        lists[place].starts = Self.larger(lists[place].starts, old, new, filled: 0)
        lists[place].ends = Self.larger(lists[place].ends, old, new, filled: 0)
      }
    }
  }

  private static func larger<Element: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Element>, _ old: Int, _ new: Int, filled: Element?
  ) -> UnsafeMutablePointer<Element> {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: new)
    larger.update(from: memory, count: old)
    if let filled { (larger + old).initialize(repeating: filled, count: new - old) }
    memory.deallocate()
    return larger
  }

  /// The rows of a space.
  func rowCount(of space: Int) -> Int {
    listOfSpace[space].map { lists[$0].count } ?? rows
  }

  func capacity(of space: Int) -> Int { capacities[space] }
}

/// One batch after the other.
extension ColumnStorage {
  /// Forgets the records of the batch before.
  func clear() {
    for place in 0..<columnCount {
      let words = (rowCount(of: columns[place].space) + 64) / 64
      clear(place, from: 0, words: min(words, capacities[columns[place].space] / 64))
    }
    for place in 0..<listCount { lists[place].count = 0 }
    rows = 0
  }

  private func clear(_ place: Int, from first: Int, words: Int) {
    let column = columns[place]
    (column.known + first).update(repeating: 0, count: words - first)
    if column.truth != column.known { (column.truth + first).update(repeating: 0, count: words - first) }
  }

  /// Reads the record whose brace is at a place; nil in doubt, and then nothing of it is left.
  func read(_ place: Place) -> Place? {
    for list in 0..<listCount { lists[list].savedCount = lists[list].count }
    state.pointee.hasType = false
    state.pointee.depth = 0
    state.pointee.digestCount = 0
    let reader = ColumnReader(state: state)
    guard let behind = reader.object(place, state.pointee.shapes + state.pointee.root.pointee.target, rows),
      hasKey
    else {
      forget()
      return nil
    }
    rows += 1
    return behind
  }

  /// Every field that names a record is given.
  private var hasKey: Bool {
    for field in plan.keyFields {
      guard let column = field?.column, columns[column].known[rows >> 6] >> UInt64(rows & 63) & 1 == 1 else {
        return false
      }
    }
    return true
  }

  /// Takes back what was read of the record that is being read, or of the last one.
  func forgetLast() {
    rows -= 1
    forget()
  }

  private func forget() {
    for list in 0..<listCount {
      lists[list].count = lists[list].savedCount
    }
    for place in 0..<columnCount {
      let first = rowCount(of: columns[place].space)
      let words = capacities[columns[place].space] / 64
      guard first / 64 < words else { continue }
      let keep = (1 as UInt64) << UInt64(first & 63) - 1
      columns[place].known[first / 64] &= keep
      if columns[place].truth != columns[place].known { columns[place].truth[first / 64] &= keep }
      clear(place, from: first / 64 + 1, words: words)
    }
  }
}

/// The tables.
extension ColumnStorage {
  private func text(_ text: String) -> UnsafeMutablePointer<UInt8> {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: text.utf8.count + 16)
    bytes.initialize(repeating: 0, count: text.utf8.count + 16)
    for (place, byte) in text.utf8.enumerated() { bytes[place] = byte }
    memory.append(UnsafeMutableRawPointer(bytes))
    return bytes
  }

  private static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : 1 << UInt64(8 * length) - 1
  }

  /// The texts that can stand in a record as they are.
  private func words(_ words: [(text: Text, code: Int64)]) -> UnsafeMutablePointer<WordTable> {
    let plain = words.filter { word in
      !word.text.folded.isEmpty
        && !word.text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
    let table = UnsafeMutablePointer<WordTable>.allocate(capacity: 1)
    let memory = UnsafeMutablePointer<WordTable.Word>.allocate(capacity: max(1, plain.count))
    self.memory += [UnsafeMutableRawPointer(table), UnsafeMutableRawPointer(memory)]
    for (place, word) in plain.enumerated() {
      let quoted = text("\"" + word.text.string + "\"")
      let length = word.text.utf8.count + 2
      let mask = Self.mask(length)
      (memory + place).initialize(
        to: WordTable.Word(
          word: Place(quoted).word & mask, mask: mask, text: Place(quoted), length: length, code: word.code))
    }
    table.initialize(to: WordTable(words: memory, count: plain.count))
    return table
  }

  private func build(_ object: ObjectPlan, isRoot: Bool = false) -> Int {
    var entries = object.fields.map { entry(named: $0.field?.name ?? "", $0) }
    if isRoot {
      for (name, form) in [("type", ValueForm.type), ("$schema", .anything)] as [(Text, ValueForm)]
      where object.type.slot(of: name) == nil {
        let plan = FieldPlan(.dyn, nil, space: 0, parent: nil)
        plan.form = form
        entries.append(entry(named: name, plan))
      }
    }
    let flat = UnsafeMutablePointer<ShapeEntry>.allocate(capacity: max(1, entries.count))
    flat.initialize(from: entries, count: entries.count)
    var slotCount = 8
    while slotCount < 4 * entries.count { slotCount *= 2 }
    let slots = UnsafeMutablePointer<UInt16>.allocate(capacity: slotCount)
    let headSlots = UnsafeMutablePointer<UInt16>.allocate(capacity: slotCount)
    memory += [UnsafeMutableRawPointer(flat), UnsafeMutableRawPointer(slots)]
    memory.append(UnsafeMutableRawPointer(headSlots))
    var shape = Shape(
      entries: flat, count: entries.count, first: flat, slots: slots, slotMask: slotCount - 1,
      headSlots: headSlots)
    _ = Self.fill(slots, shape) { Shape.hash($0.text + 1, $0.length - 3) & shape.slotMask }
    for seed in 1...Self.hashSeeds {
      shape.seed = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
      if Self.fill(headSlots, shape, { shape.headSlot($0.text + 1) }) == 0 { break }
    }
    shapes.append(shape)
    return shapes.count - 1
  }

  /// Seeds that are tried for a table in which no two keys share a slot.
  private static let hashSeeds = 16

  /// Enters the keys of a shape into a table.
  ///
  /// - Returns: how many of them share a slot.
  private static func fill(
    _ slots: UnsafeMutablePointer<UInt16>, _ shape: Shape, _ hash: (ShapeEntry) -> Int
  ) -> Int {
    slots.initialize(repeating: 0, count: shape.slotMask + 1)
    var shared = 0
    for place in 0..<shape.count {
      var slot = hash(shape.entries[place])
      if slots[slot] != 0 { shared += 1 }
      while slots[slot] != 0 { slot = (slot + 1) & shape.slotMask }
      slots[slot] = UInt16(place + 1)
    }
    return shared
  }

  private func entry(named name: Text, _ plan: FieldPlan) -> ShapeEntry {
    let key = text("\"" + name.string + "\":")
    let length = name.utf8.count + 3
    var entry = ShapeEntry(
      text: Place(key), form: plan.form, column: columns + (plan.column ?? self.plan.spaces[plan.space].sink))
    entry.length = length
    entry.mask = Self.mask(length)
    entry.word = Place(key).word & entry.mask
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
