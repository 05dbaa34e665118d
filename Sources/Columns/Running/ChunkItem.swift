/// One record of a batch, in order of input: flat, so that writing it counts no references.
struct ChunkItem: BitwiseCopyable {
  enum Fate: BitwiseCopyable {
    /// In the columns of its type.
    case row(type: Int, row: Int)
    /// Read as a tree: place in `ChunkWorker.trees`.
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
