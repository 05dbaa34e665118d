import Evaluator

/// What a leaf that looks beyond records comes to, a bit for each record: open where nothing is known.
struct LeafMasks {
  private(set) var satisfied: [UInt64]
  private(set) var violated: [UInt64]
  private(set) var notApplicable: [UInt64]

  init(words: Int) {
    satisfied = Array(repeating: .max, count: words)
    violated = Array(repeating: .max, count: words)
    notApplicable = Array(repeating: 0, count: words)
  }

  mutating func set(_ row: Int, _ results: ResultSet) {
    let (word, bit) = (row >> 6, (1 as UInt64) << UInt64(row & 63))
    if !results.contains(.satisfied) { satisfied[word] &= ~bit }
    if !results.contains(.violated) { violated[word] &= ~bit }
    if results.contains(.notApplicable) { notApplicable[word] |= bit }
  }

  func results(_ word: Int) -> WordResults {
    WordResults(satisfied: satisfied[word], violated: violated[word], notApplicable: notApplicable[word])
  }
}
