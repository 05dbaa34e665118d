import CEL
import Evaluator
import JSON
import Records

/// Judges the records of one chunk after the other.
public final class ChunkWorker: @unchecked Sendable {
  // Used by one thread at a time: whoever hands it a chunk waits for the output.

  private let plan: ColumnPlan
  private let source: RecordSource
  private let decoder: RecordDecoder
  private var parser = JSONParser()
  private let batches: [BatchEvaluator?]
  private let lines: VerdictLines
  /// The records of the batch that is being read, in order.
  private var items: [Item] = []
  /// What the interpreter has said of records of the batch, in order.
  private var results: [(RecordResult, RecordKey)] = []
  /// By type, then row: the place of the record in `items`.
  private var places: [[Int]]
  private var chunk: LineChunk?
  private var output: BatchOutput
  /// The type of the record before.
  private var guess: Int?
  /// Records that the tree reader has read, of all.
  public private(set) var treeReads = 0

  /// One record of the batch: flat, so that writing it counts no references.
  private struct Item: BitwiseCopyable {
    enum Fate: BitwiseCopyable {
      /// In the columns of its type.
      case row(type: Int, row: Int)
      /// Judged by the interpreter: place in `results`.
      case judged(Int)
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
    places = plan.types.map { _ in [] }
    output = BatchOutput(awards: plan.evaluator.pack.awards.count)
    guess = plan.defaultType ?? (plan.types.isEmpty ? nil : 0)
  }

  /// Rule evaluations so far, and those that the interpreter has done because the columns could not.
  public var counts: (evaluations: Int, interpretations: Int) {
    batches.reduce((0, 0)) { ($0.0 + ($1?.evaluations ?? 0), $0.1 + ($1?.interpretations ?? 0)) }
  }

  /// Reads and judges every line of a chunk.
  func run(_ chunk: LineChunk) -> BatchOutput {
    self.chunk = chunk
    let (bytes, records) = (output.lines.count, output.lineEnds.count)
    output = BatchOutput(awards: plan.evaluator.pack.awards.count)
    output.reserve(bytes: bytes, records: records)
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
    if start.pointee == UInt8(ascii: "{"), let type = guess, let batch = batches[type] {
      if let behind = batch.storage.read(start) {
        let next = behind.skippingSpace(lineFeeds: false)
        let isNamed = batch.storage.state.pointee.hasType || type == plan.defaultType
        let isLine = next >= end || next.pointee == UInt8(ascii: "\n")
        if isNamed, isLine, behind - start <= Self.longestRecord {
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

  /// Longer records go to the tree reader, so that none can use up the steps of the interpreter unseen.
  private static let longestRecord = 1 << 20

  private func tree(_ span: Range<Int>, _ line: Int) {
    treeReads += 1
    var fate = Item.Fate.rejected
    if let located = located(span) {
      guess = plan.types.firstIndex { $0.type.name == located.record.type.name } ?? guess
      if case .judged(let result) = plan.evaluator.evaluate(located.record) {
        fate = .judged(results.count)
        results.append((result, located.key))
      }
    }
    items.append(Item(fate: fate, start: span.lowerBound, end: span.upperBound, line: line))
    if items.count >= Self.itemLimit { flush() }
  }

  /// Trees that wait for the batch to be full.
  private static let itemLimit = 1024

  private func located(_ span: Range<Int>) -> LocatedRecord? {
    guard let chunk else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: chunk.memory + span.lowerBound, count: span.count))
    guard let document = try? parser.parse(bytes) else { return nil }
    return try? decoder.decode(document.root, in: source).get()
  }

  /// Judges the rows that have been read, and writes their lines.
  private func flush() {
    // Taken out for as long as it is written to, so that nothing asks whether it may.
    var output = BatchOutput(awards: 0)
    swap(&output, &self.output)
    for (type, batch) in batches.enumerated() {
      guard let batch, batch.storage.rows > 0 else { continue }
      batch.run { row in self.located(self.items[self.places[type][row]].span)?.record }
      count(batch, &output)
    }
    var key: [UInt8] = []
    for item in items { write(item, &output, &key) }
    items.removeAll(keepingCapacity: true)
    results.removeAll(keepingCapacity: true)
    for (type, batch) in batches.enumerated() where batch?.storage.rows ?? 0 > 0 {
      batch?.storage.clear()
      places[type].removeAll(keepingCapacity: true)
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

  /// - Parameter key: memory for the bytes of a key.
  private func write(_ item: Item, _ output: inout BatchOutput, _ key: inout [UInt8]) {
    switch item.fate {
    case .rejected: output.rejected.append((output.lineEnds.count, item.span, item.line))
    case .judged(let place):
      let (result, name) = results[place]
      output.records += 1
      for finding in result.findings {
        output.outcomes[finding.outcome.rawValue] += 1
        if plan.fails[finding.rule][finding.outcome.rawValue] { output.hasFailure = true }
      }
      for verdict in result.verdicts { output.verdicts[verdict.award][verdict.standing.rawValue] += 1 }
      lines.write(result, name, into: &output.lines)
      let type = plan.types.firstIndex { $0.type === result.record.type } ?? 0
      finish(item, name.bytes(type: type), &output)
    case .row(let type, let row):
      guard let batch = batches[type] else { return }
      if batch.refused.bit(row) {
        output.rejected.append((output.lineEnds.count, item.span, item.line))
        return
      }
      lines.write(batch, row, type: type, into: &output.lines, key: &key)
      finish(item, key, &output)
    }
  }

  private func finish(_ item: Item, _ key: [UInt8], _ output: inout BatchOutput) {
    output.lineEnds.append(output.lines.count)
    output.spans.append(item.span)
    key.withUnsafeBufferPointer { output.keys.append($0, line: item.line) }
  }
}
