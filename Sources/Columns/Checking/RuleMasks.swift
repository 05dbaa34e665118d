import Evaluator

/// What one rule says of each record of a batch, a bit for each: flat, so that using it counts no references.
struct RuleMasks: BitwiseCopyable {
  private let memory: UnsafeMutablePointer<UInt64>
  private let words: Int

  init(words: Int) {
    self.words = words
    let count = (Outcome.allCases.count + 4) * words
    memory = .allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
  }

  func deallocate() { memory.deallocate() }

  @inline(__always)
  subscript(outcome: Outcome) -> UnsafeMutablePointer<UInt64> { memory + outcome.rawValue &* words }

  /// By `Outcome.rawValue`.
  @inline(__always)
  func outcome(_ place: Int) -> UnsafeMutablePointer<UInt64> { memory + place &* words }

  /// The results that the rule may still have, for awards.
  @inline(__always)
  var satisfied: UnsafeMutablePointer<UInt64> { memory + 5 &* words }
  @inline(__always)
  var violated: UnsafeMutablePointer<UInt64> { memory + 6 &* words }
  @inline(__always)
  var notApplicable: UnsafeMutablePointer<UInt64> { memory + 7 &* words }
  /// Records that the interpreter must judge by this rule.
  @inline(__always)
  var failed: UnsafeMutablePointer<UInt64> { memory + 8 &* words }

  @inline(__always)
  func results(_ word: Int) -> WordResults {
    WordResults(satisfied: satisfied[word], violated: violated[word], notApplicable: notApplicable[word])
  }

  /// The same of one record.
  func results(of row: Int) -> ResultSet {
    var results: ResultSet = []
    if satisfied.bit(row) { results.insert(.satisfied) }
    if violated.bit(row) { results.insert(.violated) }
    if notApplicable.bit(row) { results.insert(.notApplicable) }
    return results
  }

  /// What the interpreter has found of one record.
  func set(_ row: Int, _ finding: Finding) {
    self[finding.outcome].setBit(row)
    let results = ResultSet(of: finding)
    if results.contains(.satisfied) { satisfied.setBit(row) }
    if results.contains(.violated) { violated.setBit(row) }
    if results.contains(.notApplicable) { notApplicable.setBit(row) }
  }
}
