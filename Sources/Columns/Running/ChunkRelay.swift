import Dispatch

/// Hands chunks of one source to workers that read, judge and commit in turns: none of them waits for another to read or
/// write for it, and what comes of the chunks is committed in order of input.
final class ChunkRelay: @unchecked Sendable {
  // What is read is touched under one semaphore, what is committed under the other.

  private let reader: ChunkSource
  private let commit: (ColumnPipeline.Batch) throws -> Void
  /// Counts chunks that nobody uses.
  private let vacant: DispatchSemaphore
  private let reading = DispatchSemaphore(value: 1)
  private let committing = DispatchSemaphore(value: 1)
  private var chunks: [LineChunk]
  private var isAtEnd = false
  /// Why reading has ended early; what was read before is committed all the same.
  private var readFailure: (any Error)?
  /// The number of the next chunk to be read.
  private var next = 0
  /// The number of the next chunk to be committed, and those that are done before their turn.
  private var turn = 0
  private var done: [Int: ColumnPipeline.Batch] = [:]
  private var commitFailure: (any Error)?
  /// What has gone wrong, once all workers are done.
  var failure: (any Error)? { commitFailure ?? readFailure }

  init(
    _ reader: ChunkSource, chunks: Int, _ size: Int,
    _ commit: @escaping (ColumnPipeline.Batch) throws -> Void
  ) {
    self.reader = reader
    self.commit = commit
    self.chunks = (0..<chunks).map { _ in LineChunk(capacity: size) }
    vacant = DispatchSemaphore(value: chunks)
  }

  /// Judges chunks until there are none left.
  func work(_ worker: ChunkWorker) {
    while let (chunk, number) = read() {
      finish(number, ColumnPipeline.Batch(output: worker.run(chunk), chunk: chunk, worker: worker))
    }
  }

  private func read() -> (LineChunk, Int)? {
    // Whoever holds a chunk is judging it, so one of them will be free.
    vacant.wait()
    reading.wait()
    defer { reading.signal() }
    guard !isAtEnd, let chunk = chunks.popLast() else {
      vacant.signal()
      return nil
    }
    do {
      if try reader.fill(chunk) {
        next += 1
        return (chunk, next - 1)
      }
    } catch {
      readFailure = error
    }
    isAtEnd = true
    chunks.append(chunk)
    vacant.signal()
    return nil
  }

  /// Commits what has its turn; the rest waits for what was read before it.
  private func finish(_ number: Int, _ batch: ColumnPipeline.Batch) {
    var free: [LineChunk] = []
    committing.wait()
    done[number] = batch
    while let batch = done.removeValue(forKey: turn) {
      turn += 1
      free.append(batch.chunk)
      guard commitFailure == nil else { continue }
      do { try commit(batch) } catch { commitFailure = error }
    }
    let hasFailed = commitFailure != nil
    committing.signal()
    reading.wait()
    chunks += free
    if hasFailed { isAtEnd = true }
    reading.signal()
    for _ in free { vacant.signal() }
  }
}
