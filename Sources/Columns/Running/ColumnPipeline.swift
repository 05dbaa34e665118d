import CEL
import Dispatch
import Evaluator
import JSON
import Populations
import Records

/// Judges records that stand one a line or in one array on several threads; what comes of them arrives in order of input.
public struct ColumnPipeline {
  private let plan: ColumnPlan
  private let jobs: Int
  /// Bytes of a chunk.
  private let chunkSize: Int

  public init(_ plan: ColumnPlan, jobs: Int, chunkSize: Int = 1 << 19) {
    self.plan = plan
    self.jobs = max(1, jobs)
    self.chunkSize = chunkSize
  }

  /// A batch that was judged, with what its chunk holds.
  public struct Batch {
    public let output: BatchOutput
    let chunk: LineChunk
    let worker: ChunkWorker
  }

  /// Runs over one source of one record a line.
  ///
  /// - Parameter commit: called for each batch, in order.
  public func run<Failure: Error>(
    _ bytes: ByteReader, _ workers: [ChunkWorker], _ commit: (Batch) throws(Failure) -> Void
  ) throws {
    try run(
      .lines(LineReader(bytes, size: chunkSize, countsLines: plan.writesFindings)), workers, commit)
  }

  /// Runs over the objects of an array up to the first element that is none or no JSON.
  ///
  /// - Parameter commit: called for each batch, in order; lines are those of the source, from 0 on.
  public func run<Failure: Error>(
    _ elements: ElementSource, _ workers: [ChunkWorker], _ commit: (Batch) throws(Failure) -> Void
  ) throws {
    try run(.elements(ElementReader(elements, size: chunkSize)), workers, commit)
  }

  private func run<Failure: Error>(
    _ reader: ChunkSource, _ workers: [ChunkWorker], _ commit: (Batch) throws(Failure) -> Void
  ) throws {
    if workers.count == 1 {
      let chunk = LineChunk(capacity: chunkSize)
      while try reader.fill(chunk) {
        try commit(Batch(output: workers[0].run(chunk), chunk: chunk, worker: workers[0]))
      }
      return
    }
    // Not left before all workers are done, and called by one of them at a time.
    try withoutActuallyEscaping(commit) { commit in
      let relay = ChunkRelay(reader, chunks: 2 * workers.count, chunkSize, commit)
      DispatchQueue.concurrentPerform(iterations: workers.count) { relay.work(workers[$0]) }
      if let failure = relay.failure { throw failure }
    }
  }

  /// Workers to run with, as many as there are jobs.
  ///
  /// - Parameter output: what each of them writes; asked once for each.
  public func makeWorkers(_ output: () -> RecordOutput = { .verdicts }) -> [ChunkWorker] {
    (0..<jobs).map { _ in ChunkWorker(plan, output()) }
  }
}

/// What a run must look at once more.
extension ColumnPipeline.Batch {
  /// The lines and rejections of the batch, in order of input.
  ///
  /// - Parameters:
  ///   - repeated: judged records whose key has been seen before, which are rejected instead.
  ///   - line: line of the source on which the chunk begins.
  ///   - lines: takes lines of judged records.
  ///   - again: takes the bytes of a record that is read once more, where it begins, and where a record of the same key
  ///   stood.
  public func deliver<Failure: Error>(
    repeated: [(index: Int, first: SeenKeys.Place)], line: Int,
    lines: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void,
    again: ([UInt8], JSONPosition, SeenKeys.Place?) throws(Failure) -> Void
  ) throws(Failure) {
    if repeated.isEmpty, output.rejected.isEmpty {
      try lines(output.lines.bytes)
      return
    }
    var events: [(judged: Int, span: Range<Int>, line: Int, first: SeenKeys.Place?)] = []
    let taken = Set(repeated.map(\.index))
    for item in output.rejected where !(item.isSound && taken.contains(item.judged)) {
      events.append((item.judged, item.span, item.line, nil))
    }
    for item in repeated {
      events.append(
        (item.index, output.sound[item.index].span, output.keys.marks[item.index].line, item.first))
    }
    events.sort { $0.span.lowerBound < $1.span.lowerBound }
    var written = 0
    for event in events {
      let end = event.judged == 0 ? 0 : output.sound[event.judged - 1].lineEnd
      if end > written { try lines(output.lines[written..<end]) }
      written = max(written, end)
      let bytes = Array(
        UnsafeBufferPointer(start: chunk.memory + event.span.lowerBound, count: event.span.count))
      let origin = chunk.origins?.position(at: event.span.lowerBound)
      try again(
        chunk.origins?.restored(bytes, from: event.span.lowerBound) ?? bytes,
        origin ?? JSONPosition(byte: 0, line: line + event.line, column: 1), event.first)
      // The line of a record that stands twice is passed over.
      if event.first != nil { written = output.sound[event.judged].lineEnd }
    }
    if written < output.lines.count { try lines(output.lines[written..<output.lines.count]) }
  }

  /// The records that others lead to, but those that stand twice.
  ///
  /// - Parameter repeated: places of keys of the batch.
  public func related(without repeated: Set<Int>) -> [RecordValue] {
    output.related.filter { !repeated.contains($0.index) }.map(\.record)
  }

  /// What is kept of the records, where none of them stands twice.
  public var state: PopulationState? { output.state }

  /// The bytes of records of a sound shape but those that stand twice, and what tells each from all others.
  ///
  /// - Parameter repeated: places of keys of the batch.
  public func soundRecords(without repeated: Set<Int>) -> [(bytes: [UInt8], ordinal: Int)] {
    output.sound.enumerated().filter { !repeated.contains($0.offset) }.map { place, record in
      let bytes = UnsafeBufferPointer(start: chunk.memory + record.start, count: record.span.count)
      return (Array(bytes), output.firstOrdinal + place)
    }
  }
}
