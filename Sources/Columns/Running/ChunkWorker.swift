import CEL
import Evaluator
import JSON
import Populations
import Records

/// Reads the records of one chunk after the other, for what a task wants of them.
public final class ChunkWorker: @unchecked Sendable {
  // Used by one thread at a time: whoever hands it a chunk waits for the output.

  let plan: ColumnPlan
  private let source: RecordSource
  private var decoder: RecordDecoder
  private var parser = JSONParser()
  let batches: [BatchEvaluator?]
  let lines: VerdictLines
  private(set) var task = ChunkTask.verdicts
  /// By type: what the task asks of its records before all are there.
  private(set) var needs: [PopulationNeeds]
  /// By type: true where the task takes its records as trees.
  private var wantsTrees: [Bool]
  /// The type of records that name none.
  private var defaultType: Int?
  private var sourcePlace = 0
  /// The records of the batch that is being read, in order.
  private var items: [Item] = []
  /// Records of the batch that were read as trees, in order, and what the interpreter says of them.
  private(set) var trees: [(located: LocatedRecord, evaluation: Evaluation?)] = []
  /// By type, then row: the place of the record in `items`.
  private var places: [[Int]]
  /// By type: rows that have been looked up, with what they lead to.
  private var found: [[Int: RecordValue]]
  private var chunk: LineChunk?
  private var output: BatchOutput
  /// The type of the record before.
  private var guess: Int?
  /// Records that the tree reader has read, of all.
  public private(set) var treeReads = 0

  /// One record of the batch: flat, so that writing it counts no references.
  struct Item: BitwiseCopyable {
    enum Fate: BitwiseCopyable {
      /// In the columns of its type.
      case row(type: Int, row: Int)
      /// Read as a tree: place in `trees`.
      case tree(Int)
      case rejected
    }

    let fate: Fate
    /// The bytes of the record in the chunk.
    let start: Int
    let end: Int
    let line: Int

    var span: Range<Int> { start..<end }
  }

  /// Records of a batch: enough that a step costs little for each, few enough that columns stay in the cache.
  static let rowLimit = 256

  public init(_ plan: ColumnPlan) {
    self.plan = plan
    source = RecordSource("-")
    decoder = RecordDecoder(plan.evaluator.pack, typeName: plan.typeName, asOf: plan.evaluator.asOf)
    batches = plan.types.map { type in
      type.reason == nil ? BatchEvaluator(type, plan.evaluator, rowLimit: Self.rowLimit) : nil
    }
    lines = VerdictLines(plan.evaluator.pack)
    needs = plan.types.map { _ in PopulationNeeds() }
    wantsTrees = plan.types.map { _ in false }
    places = plan.types.map { _ in [] }
    found = plan.types.map { _ in [:] }
    output = BatchOutput(awards: plan.evaluator.pack.awards.count)
    defaultType = plan.defaultType(plan.typeName)
    guess = defaultType ?? (plan.types.isEmpty ? nil : 0)
  }

  /// Begins a task, or another source of it.
  ///
  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - place: of the source, among those of the task.
  public func begin(_ task: ChunkTask, typeName: Text?, source place: Int) {
    self.task = task
    sourcePlace = place
    decoder = RecordDecoder(plan.evaluator.pack, typeName: typeName, asOf: plan.evaluator.asOf)
    defaultType = plan.defaultType(typeName)
    for (type, program) in plan.types.enumerated() {
      let name = program.type.name
      switch task {
      case .verdicts: wantsTrees[type] = false
      case .relations(let index): wantsTrees[type] = index.isRelated(name)
      case .population(_, let state):
        needs[type] = state.needs(of: name)
        wantsTrees[type] = program.rules.isEmpty
      // What is only there for other records to look at is judged by no rule.
      case .settled: wantsTrees[type] = program.rules.isEmpty
      }
    }
  }

  /// Rule evaluations so far, and those that the interpreter has done because the columns could not.
  public var counts: (evaluations: Int, interpretations: Int) {
    batches.reduce((0, 0)) { ($0.0 + ($1?.evaluations ?? 0), $0.1 + ($1?.interpretations ?? 0)) }
  }

  /// Reads every line of a chunk.
  func run(_ chunk: LineChunk) -> BatchOutput {
    self.chunk = chunk
    let (bytes, records) = (output.lines.count, output.lineEnds.count)
    output = BatchOutput(awards: plan.evaluator.pack.awards.count)
    output.reserve(bytes: bytes, records: records)
    if case .population(_, let state) = task { output.state = state }
    output.firstOrdinal = sourcePlace << 48 | chunk.number << 24
    for batch in batches {
      batch?.storage.state.pointee.base = chunk.place
      batch?.storage.clear()
    }
    for type in places.indices { places[type].removeAll(keepingCapacity: true) }
    var place = chunk.place
    let end = place + chunk.count
    var line = 0
    while place < end {
      place = place.skippingSpace(lineFeeds: false)
      if place.pointee == UInt8(ascii: "\n"), place < end {
        line += 1
        place += 1
        continue
      }
      guard place < end else { break }
      place = record(place, end, line)
    }
    flush()
    output.lineFeeds = line
    self.chunk = nil
    return output
  }

  /// Reads the record at a place into a row, or else as a tree; the place of the line feed behind it.
  private func record(_ start: Place, _ end: Place, _ line: Int) -> Place {
    let offset = chunk.map { start - $0.place } ?? 0
    if let type = expectedType(start), let batch = batches[type] {
      if let behind = batch.storage.read(start) {
        let next = behind.skippingSpace(lineFeeds: false)
        let isNamed = batch.storage.state.pointee.hasType || type == defaultType
        let isLine = next >= end || next.pointee == UInt8(ascii: "\n")
        if isNamed, isLine, behind - start <= Self.longestRecord {
          guess = type
          places[type].append(items.count)
          items.append(
            Item(
              fate: .row(type: type, row: batch.storage.rows - 1), start: offset,
              end: offset + (behind - start), line: line))
          if batch.storage.rows == Self.rowLimit { flush() }
          return min(next, end)
        }
        batch.storage.forgetLast()
      }
    }
    var next = start
    while next < end, next.pointee != UInt8(ascii: "\n") { next += 1 }
    tree(offset..<offset + (next - start), line)
    return next
  }

  /// The type to read a record as: the one that its first member names, else that of the record before; nil where it is
  /// to be read as a tree.
  private func expectedType(_ start: Place) -> Int? {
    guard start.pointee == UInt8(ascii: "{") else { return nil }
    var type = guess
    let key = (start + 1).skippingSpace(lineFeeds: false)
    // `"type":`
    if key.word & 0xFF_FFFF_FFFF_FFFF == 0x3A_2265_7079_7422 {
      let value = (key + 7).skippingSpace(lineFeeds: false)
      if let named = plan.quotedNames.firstIndex(where: { value.starts(with: $0) }) { type = named }
    }
    guard let type, !wantsTrees[type] else { return nil }
    return type
  }

  /// Longer records go to the tree reader, so that none can use up the steps of the interpreter unseen.
  private static let longestRecord = 1 << 20

  private func tree(_ span: Range<Int>, _ line: Int) {
    treeReads += 1
    var fate = Item.Fate.rejected
    if let located = located(span) {
      guess = plan.types.firstIndex { $0.type.name == located.record.type.name } ?? guess
      fate = .tree(trees.count)
      trees.append((located, evaluation(located)))
    }
    items.append(Item(fate: fate, start: span.lowerBound, end: span.upperBound, line: line))
    if items.count >= Self.itemLimit { flush() }
  }

  /// What the task wants the interpreter to say of a record.
  private func evaluation(_ located: LocatedRecord) -> Evaluation? {
    switch task {
    case .relations: return nil
    case .verdicts: return plan.evaluator.evaluate(located.record)
    case .population(let index, _): return plan.evaluator.evaluate(index.joined(located.record))
    case .settled(let index, let outcome):
      let evaluation = plan.evaluator.evaluate(index.joined(located.record))
      guard case .judged(let result) = evaluation else { return evaluation }
      return .judged(outcome.settled(result, key: located.key.text))
    }
  }

  /// Trees that wait for the batch to be full.
  private static let itemLimit = 1024

  private func located(_ span: Range<Int>) -> LocatedRecord? {
    guard let chunk else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: chunk.memory + span.lowerBound, count: span.count))
    guard let document = try? parser.parse(bytes) else { return nil }
    return try? decoder.decode(document.root, in: source).get()
  }

  /// The record of a row, with what it leads to.
  func lookUp(_ type: Int, _ row: Int) -> RecordValue? {
    if let record = found[type][row] { return record }
    guard let record = located(items[places[type][row]].span)?.record else { return nil }
    let joined = task.index?.joined(record) ?? record
    found[type][row] = joined
    return joined
  }

  /// Judges the rows that have been read, and does with every record of the batch what the task wants.
  private func flush() {
    // Taken out for as long as it is written to, so that nothing asks whether it may.
    var output = BatchOutput(awards: 0)
    swap(&output, &self.output)
    for (type, batch) in batches.enumerated() {
      guard let batch, batch.storage.rows > 0 else { continue }
      switch task {
      case .relations: break
      case .population: batch.scan()
      case .verdicts:
        batch.run { self.lookUp(type, $0) }
        count(batch, &output)
      case .settled(_, let outcome):
        batch.run {
          self.lookUp(type, $0)
        } beyond: {
          outcome.beyond($0, $1, key: $2)
        }
        count(batch, &output)
      }
    }
    var key: [UInt8] = []
    for item in items { take(item, &output, &key) }
    items.removeAll(keepingCapacity: true)
    trees.removeAll(keepingCapacity: true)
    for (type, batch) in batches.enumerated() where batch?.storage.rows ?? 0 > 0 {
      batch?.storage.clear()
      places[type].removeAll(keepingCapacity: true)
      if !found[type].isEmpty { found[type].removeAll(keepingCapacity: true) }
    }
    swap(&output, &self.output)
  }

  private func count(_ batch: BatchEvaluator, _ output: inout BatchOutput) {
    let rows = batch.storage.rows
    for word in 0..<(rows + 63) / 64 {
      let kept = ~batch.refused[word] & BatchEvaluator.rowMask(word, rows)
      output.records += kept.nonzeroBitCount
      for (rule, mask) in zip(batch.program.rules, batch.masks) {
        for outcome in 0..<mask.outcomes.count {
          let bits = mask.outcomes[outcome][word] & kept
          guard bits != 0 else { continue }
          output.outcomes[outcome] += bits.nonzeroBitCount
          if !output.hasFailure, plan.fails[rule.rule][outcome] { output.hasFailure = true }
        }
      }
      for (place, award) in batch.program.awards.enumerated() {
        batch.countVerdicts(place, word, kept, into: &output.verdicts[award.award])
      }
    }
  }
}

extension Place {
  /// True where some bytes stand at the place.
  fileprivate func starts(with bytes: [UInt8]) -> Bool {
    for (offset, byte) in bytes.enumerated() where self[offset] != byte { return false }
    return true
  }
}
