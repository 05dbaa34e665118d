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
  var listCount = 0
  /// By space: the list whose items its rows are; nil for the records.
  var listOfSpace: [Int?]
  /// By space: the column of whether the list is given.
  var givenColumns: [Int?]
  /// By space: rows that fit.
  var capacities: [Int]
  let state: UnsafeMutablePointer<ReaderState>
  /// Records read so far of the batch.
  var rows: Int { state.pointee.rows }
  /// How often the rows of a list have been made more.
  var growths = 0
  var shapes: [Shape] = []
  /// What is given back at the end.
  var memory: [UnsafeMutableRawPointer] = []
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
    root.initialize(to: ShapeEntry(name: ByteWord(nowhere: text("")), form: .object, column: columns))
    let keyColumns = plan.keyFields.compactMap { field in field?.column.map { columns + $0 } }
    let keys = UnsafeMutablePointer<UnsafeMutablePointer<Column>>.allocate(capacity: keyColumns.count)
    keys.initialize(from: keyColumns, count: keyColumns.count)
    memory.append(UnsafeMutableRawPointer(keys))
    state.initialize(
      to: ReaderState(
        shapes: .allocate(capacity: 1), lists: lists, listCount: 0, root: root, keys: keys,
        keyCount: keyColumns.count, hasKey: keyColumns.count == plan.keyFields.count, powers: powers,
        base: text(""), asOf: Int64(asOf.daysSinceEpoch), typeName: words([(plan.type.name, 0)]).pointee,
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
