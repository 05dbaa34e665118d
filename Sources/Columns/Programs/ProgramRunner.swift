import CEL
import JSON
import Populations

/// Runs the steps of a program over the batches of one storage, one after the other; owned by one worker.
final class ProgramRunner {
  let storage: ColumnStorage
  let steps: [Step]
  let calls: [Int: FunctionCall]
  let schema: Schema
  let context: CallContext
  /// By register.
  let vectors: UnsafeMutablePointer<Vector>
  /// By space: the rows of the batch.
  private let rowCounts: UnsafeMutablePointer<Int>
  private let spaceCount: Int
  /// How often rows had grown when memory was last reserved.
  private var reservedGrowths = 0
  /// By register: rows that its memory holds; 0 for none of its own.
  private var capacities: [Int]
  /// By register: false where it looks at a column.
  private var ownsValues: [Bool]
  /// Marks of items while a list is folded.
  var yes: UnsafeMutablePointer<UInt64>
  var open: UnsafeMutablePointer<UInt64>
  var wrong: UnsafeMutablePointer<UInt64>
  private var markCapacity: Int
  /// By space: which rows belong to a row of its parent.
  let spans: UnsafeMutablePointer<ItemSpans>
  /// Spaces that are made anew for each batch, in order.
  private let made: [MadeSpans]
  /// The bytes of texts that steps make.
  let texts = TextArena()
  private let spaces: [RecordPlan.SpacePlan]
  /// What records lead to; nil where that is not known.
  var relations: RelationIndex?
  /// By register: the other record of each row.
  var related: [Int: [RecordValue?]] = [:]
  /// Steps that the interpreter may take for one record.
  static let stepLimit = 5_000_000

  init(_ storage: ColumnStorage, _ builder: ProgramBuilder) {
    self.storage = storage
    steps = builder.steps
    schema = builder.plan.schema
    context = builder.context
    var calls: [Int: FunctionCall] = [:]
    for (place, step) in builder.steps.enumerated() {
      guard case .call(let name, let arguments, let isMember) = step.operation else { continue }
      calls[place] = FunctionCall(name, arguments.count, isMember: isMember, builder.libraries)
    }
    self.calls = calls
    vectors = .allocate(capacity: max(1, steps.count))
    spaces = builder.plan.spaces
    spaceCount = spaces.count
    spans = .allocate(capacity: spaceCount)
    spans.initialize(repeating: ItemSpans(rowCapacity: MadeSpans.firstCapacity), count: spaceCount)
    made = builder.plan.spaces.indices.compactMap { MadeSpans($0, builder.plan) }
    rowCounts = .allocate(capacity: spaceCount)
    rowCounts.initialize(repeating: 0, count: spaceCount)
    capacities = Array(repeating: 0, count: steps.count)
    ownsValues = Array(repeating: false, count: steps.count)
    markCapacity = storage.rowLimit
    yes = .allocate(capacity: markCapacity / 64)
    open = .allocate(capacity: markCapacity / 64)
    wrong = .allocate(capacity: markCapacity / 64)
    for place in steps.indices { reserve(place) }
  }

  deinit {
    for place in steps.indices { release(place) }
    vectors.deallocate()
    rowCounts.deallocate()
    spans.deallocate()
    yes.deallocate()
    open.deallocate()
    wrong.deallocate()
  }

  private func capacity(of space: Int) -> Int {
    if case .pairs = spaces[space].form { return spans[space].rowCapacity }
    return storage.capacity(of: space)
  }

  private func reserve(_ place: Int) {
    let capacity = capacity(of: steps[place].space)
    guard capacities[place] != capacity else { return }
    release(place)
    capacities[place] = capacity
    ownsValues[place] = true
    vectors[place] = Vector(
      values: .allocate(capacity: steps[place].type == .bool ? 1 : capacity),
      truth: .allocate(capacity: capacity / 64), known: .allocate(capacity: capacity / 64),
      failed: .allocate(capacity: capacity / 64))
    if capacity > markCapacity {
      markCapacity = capacity
      for marks in [yes, open, wrong] { marks.deallocate() }
      yes = .allocate(capacity: capacity / 64)
      open = .allocate(capacity: capacity / 64)
      wrong = .allocate(capacity: capacity / 64)
    }
  }

  private func release(_ place: Int) {
    guard capacities[place] > 0 else { return }
    if ownsValues[place] {
      vectors[place].values.deallocate()
      vectors[place].truth.deallocate()
      vectors[place].known.deallocate()
    }
    vectors[place].failed.deallocate()
  }

  func rowCount(of space: Int) -> Int { rowCounts[space] }
  func parent(of space: Int) -> Int { spaces[space].parent }

  /// The words of masks over the rows of a span.
  func words(_ span: Int) -> Int { (rowCounts[span] + 63) / 64 }

  /// Runs every step over the batch that the storage holds.
  func run() {
    texts.clear()
    for space in 0..<spaceCount {
      rowCounts[space] = storage.rowCount(of: space)
      guard let list = storage.listOfSpace[space], let given = storage.givenColumns[space] else { continue }
      spans[space].starts = storage.lists[list].starts
      spans[space].ends = storage.lists[list].ends
      spans[space].given = storage.columns[given].known
    }
    var isLarger = storage.growths != reservedGrowths
    for space in made where space.fill(spans, rowCounts) { isLarger = true }
    // Rows only grow while records are read.
    if isLarger {
      reservedGrowths = storage.growths
      for place in steps.indices { reserve(place) }
    }
    for place in steps.indices { run(place) }
  }

  private func run(_ place: Int) {
    let step = steps[place]
    let rows = rowCounts[step.space]
    let words = (rows + 63) / 64
    switch step.operation {
    case .column(let column): alias(place, column, words)
    case .isGiven(let column, let within): isGiven(place, column, within, words)
    case .isKnown(let column):
      for word in 0..<words {
        vectors[place].known[word] = storage.columns[column].known[word]
        vectors[place].truth[word] = .max
        vectors[place].failed[word] = 0
      }
    case .number(let value, let scale):
      vectors[place].values.update(repeating: value, count: max(1, rows))
      vectors[place].scale = scale
      settle(place, words)
    case .truth(let bool):
      vectors[place].truth.update(repeating: bool ? .max : 0, count: words)
      settle(place, words)
    case .text(let word):
      vectors[place].values.update(repeating: texts.add(word), count: max(1, rows))
      settle(place, words)
    case .unsettled:
      settle(place, words)
      vectors[place].failed.update(repeating: .max, count: words)
      if step.type != .bool { vectors[place].values.update(repeating: 0, count: max(1, rows)) }
    case .lifted(let register): lift(place, register, rows)
    case .gathered(let register): gather(place, register, rows)
    case .picked(let register, let item): pick(place, register, item, rows)
    case .pickedPresence(let register, let item): pickPresence(place, register, item, rows)
    case .item(let list, let key, let code, let isText): findItem(place, list, key, code, isText, rows)
    case .itemOf(let list, let key, let needle, let isText):
      findItem(place, list, key, needle: needle, isText, rows)
    case .isSettled(let register):
      vectors[place].truth.update(repeating: .max, count: words)
      copyState(place, register, words)
    case .guarded(let register, let needs, let doubts):
      guarded(place, register, needs: needs, doubts: doubts, rows)
    case .related(let type, let keys): relate(place, type, keys, rows)
    case .relatedField(let register, let slots): readRelated(place, register, slots, rows)
    case .isMet(let type, let keys): isMet(place, type, keys, words)
    case .hasRelatedField(let register, let slots): hasRelated(place, register, slots, rows)
    case .add(let left, let right): add(place, left, right, rows, isSubtraction: false)
    case .subtract(let left, let right): add(place, left, right, rows, isSubtraction: true)
    case .multiply(let left, let right): multiply(place, left, right, rows)
    case .negate(let register): negate(place, register, rows)
    case .joined(let left, let right): joinTexts(place, left, right, rows)
    case .choose(let condition, let first, let second): choose(place, condition, first, second, rows)
    case .compareConstant(let register, let relation, let value, let scale):
      compare(place, register, relation, value, scale, rows)
    case .compare(let left, let right, let relation): compare(place, left, right, relation, rows)
    case .compareRatio(let dividend, let divisor, let factor, let relation, let bound):
      compareRatio(place, dividend, divisor, factor, relation, bound, rows)
    case .isOneOf(let register, let values, let scale): isOneOf(place, register, values, scale, rows)
    case .equalTruths(let left, let right): equalTruths(place, left, right, words)
    case .codeIsOneOf(let column, let codes): codeIsOneOf(place, column, codes, rows)
    case .compareTexts(let left, let right, let relation): compareTexts(place, left, right, relation, rows)
    case .textTest(let register, let test, let word): testText(place, register, test, word, rows)
    case .and(let left, let right): and(place, left, right, words)
    case .or(let left, let right): or(place, left, right, words)
    case .not(let register): not(place, register, words)
    case .atLeast(let count, let registers): atLeast(place, count, registers, rows)
    case .fold(let quantifier, let list, let given, let body, let filter, let weight):
      fold(place, quantifier, list, given, body, filter, weight, rows)
    case .count(let list, let given, let filter): count(place, list, given, filter, rows)
    case .total(let aggregate, let list, let given, let value, let filter):
      total(place, aggregate, list, given, value, filter, rows)
    case .membership(let list, let given, let equal, let needle):
      membership(place, list, given, equal, needle, rows)
    case .allKnown(let list, let given, let value, let filter):
      allKnown(place, list, given, value, filter, rows)
    case .countValues(let list, let given, let value, let filter, let repeated):
      countValues(place, list, given, value, filter, repeated: repeated, rows)
    case .call(_, let arguments, _): call(place, arguments, rows)
    }
  }

  private func alias(_ place: Int, _ column: Int, _ words: Int) {
    if ownsValues[place] {
      ownsValues[place] = false
      vectors[place].values.deallocate()
      vectors[place].truth.deallocate()
      vectors[place].known.deallocate()
    }
    let source = storage.columns[column]
    vectors[place].values = source.values
    vectors[place].truth = source.truth
    vectors[place].known = source.known
    vectors[place].scale = source.scale
    vectors[place].failed.update(repeating: 0, count: words)
  }

  private func isGiven(_ place: Int, _ column: Int, _ within: Int?, _ words: Int) {
    for word in 0..<words {
      vectors[place].truth[word] = storage.columns[column].known[word]
      vectors[place].known[word] = within.map { storage.columns[$0].known[word] } ?? .max
      vectors[place].failed[word] = 0
    }
  }

  /// Known and sound in all rows.
  func settle(_ place: Int, _ words: Int) {
    vectors[place].known.update(repeating: .max, count: words)
    vectors[place].failed.update(repeating: 0, count: words)
  }

  /// Strict in both operands: known where both are.
  func meet(_ place: Int, _ left: Int, _ right: Int, _ words: Int) {
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    for word in 0..<words {
      result.known[word] = a.known[word] & b.known[word]
      result.failed[word] = a.failed[word] | b.failed[word]
    }
  }

  func copyState(_ place: Int, _ register: Int, _ words: Int) {
    vectors[place].known.update(from: vectors[register].known, count: words)
    vectors[place].failed.update(from: vectors[register].failed, count: words)
  }

  func fail(_ place: Int, _ row: Int) { vectors[place].failed.setBit(row) }
}
