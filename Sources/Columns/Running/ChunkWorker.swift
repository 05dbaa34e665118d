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
  /// By type, then row: the bytes of the record in the chunk.
  private var spans: [[Range<Int>]]
  private var chunk: LineChunk?
  private var output: BatchOutput
  /// The type of the record before.
  private var guess: Int?
  /// Records that the tree reader has read, of all.
  public private(set) var treeReads = 0

  private enum Item {
    case row(type: Int, row: Int, line: Int)
    case judged(RecordResult, RecordKey, span: Range<Int>, line: Int)
    case rejected(span: Range<Int>, line: Int)
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
    spans = plan.types.map { _ in [] }
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
    output = BatchOutput(awards: plan.evaluator.pack.awards.count)
    for batch in batches {
      batch?.storage.state.pointee.base = chunk.place
      batch?.storage.clear()
    }
    for type in spans.indices { spans[type].removeAll(keepingCapacity: true) }
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
          items.append(.row(type: type, row: batch.storage.rows - 1, line: line))
          spans[type].append(offset..<offset + (behind - start))
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
    guard let located = located(span) else {
      items.append(.rejected(span: span, line: line))
      return
    }
    guess = plan.types.firstIndex { $0.type.name == located.record.type.name } ?? guess
    if case .judged(let result) = plan.evaluator.evaluate(located.record) {
      items.append(.judged(result, located.key, span: span, line: line))
    } else {
      items.append(.rejected(span: span, line: line))
    }
  }

  private func located(_ span: Range<Int>) -> LocatedRecord? {
    guard let chunk else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: chunk.memory + span.lowerBound, count: span.count))
    guard let document = try? parser.parse(bytes) else { return nil }
    return try? decoder.decode(document.root, in: source).get()
  }

  /// Judges the rows that have been read, and writes their lines.
  private func flush() {
    for (type, batch) in batches.enumerated() {
      guard let batch, batch.storage.rows > 0 else { continue }
      batch.run { row in self.located(self.spans[type][row])?.record }
      count(batch)
    }
    for item in items { write(item) }
    items.removeAll(keepingCapacity: true)
    for (type, batch) in batches.enumerated() where batch?.storage.rows ?? 0 > 0 {
      batch?.storage.clear()
      spans[type].removeAll(keepingCapacity: true)
    }
  }

  private func count(_ batch: BatchEvaluator) {
    let rows = batch.storage.rows
    for word in 0..<(rows + 63) / 64 {
      let kept = ~batch.refused[word] & BatchEvaluator.rowMask(word, rows)
      output.records += kept.nonzeroBitCount
      for (rule, mask) in zip(batch.program.rules, batch.masks) {
        for outcome in Outcome.allCases {
          let bits = mask[outcome][word] & kept
          guard bits != 0 else { continue }
          output.outcomes[outcome.rawValue] += bits.nonzeroBitCount
          if !output.hasFailure, plan.fails(plan.evaluator.pack.rules[rule.rule].severity, outcome) {
            output.hasFailure = true
          }
        }
      }
    }
  }

  private func write(_ item: Item) {
    switch item {
    case .rejected(let span, let line): output.rejected.append((output.lineEnds.count, span, line))
    case .judged(let result, let key, let span, let line):
      output.records += 1
      for finding in result.findings {
        output.outcomes[finding.outcome.rawValue] += 1
        if plan.fails(plan.evaluator.pack.rules[finding.rule].severity, finding.outcome) {
          output.hasFailure = true
        }
      }
      for verdict in result.verdicts { output.verdicts[verdict.award][verdict.standing.rawValue] += 1 }
      lines.write(result, key, into: &output.lines)
      finish(
        span, line, lines.keyBytes(key, type: plan.types.firstIndex { $0.type === result.record.type } ?? 0))
    case .row(let type, let row, let line):
      guard let batch = batches[type] else { return }
      let span = spans[type][row]
      if batch.refused.bit(row) {
        output.rejected.append((output.lineEnds.count, span, line))
        return
      }
      for (place, award) in batch.program.awards.enumerated() {
        output.verdicts[award.award][Int(batch.standings[place][row] & 7)] += 1
      }
      let key = lines.write(batch, row, type: type, into: &output.lines)
      finish(span, line, key)
    }
  }

  private func finish(_ span: Range<Int>, _ line: Int, _ key: [UInt8]) {
    output.lineEnds.append(output.lines.count)
    output.spans.append(span)
    key.withUnsafeBufferPointer { output.keys.append($0, line: line) }
  }
}
