/// A truth of 64 records.
struct WordTruth {
  let yes: UInt64
  let no: UInt64
  let open: UInt64
  let failed: UInt64

  @inline(__always)
  init(truth: UInt64, known: UInt64, failed: UInt64) {
    yes = known & truth & ~failed
    no = known & ~truth & ~failed
    open = ~known & ~failed
    self.failed = failed
  }

  @inline(__always)
  init(_ vector: Vector, _ word: Int) {
    self.init(truth: vector.truth[word], known: vector.known[word], failed: vector.failed[word])
  }

  /// Of all 64 records the same: it holds.
  static let always = WordTruth(truth: .max, known: .max, failed: 0)
}
