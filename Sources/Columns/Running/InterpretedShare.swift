/// How much of the judging of records the interpreter has done because columns could not.
public struct InterpretedShare: Sendable, Hashable {
  /// Rule evaluations of records that were read into columns.
  public private(set) var evaluations = 0
  /// Those of them that the interpreter has done.
  public private(set) var interpretations = 0
  /// Records that were read as trees, and judged by the interpreter altogether.
  public private(set) var trees = 0

  public init() {}

  public mutating func add(_ worker: ChunkWorker) {
    let counts = worker.counts
    evaluations += counts.evaluations
    interpretations += counts.interpretations
    trees += worker.treeReads
  }
}
