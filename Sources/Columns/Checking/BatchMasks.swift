import Evaluator

/// What one rule says of each record of a batch, a bit for each.
struct RuleMasks {
  /// By `Outcome.rawValue`.
  let outcomes: [UnsafeMutablePointer<UInt64>]
  /// The results that the rule may still have, for awards.
  let satisfied: UnsafeMutablePointer<UInt64>
  let violated: UnsafeMutablePointer<UInt64>
  let notApplicable: UnsafeMutablePointer<UInt64>
  /// Records that the interpreter must judge by this rule.
  let failed: UnsafeMutablePointer<UInt64>

  init(words: Int) {
    func make() -> UnsafeMutablePointer<UInt64> {
      let mask = UnsafeMutablePointer<UInt64>.allocate(capacity: words)
      mask.initialize(repeating: 0, count: words)
      return mask
    }
    outcomes = Outcome.allCases.map { _ in make() }
    satisfied = make()
    violated = make()
    notApplicable = make()
    failed = make()
  }

  func deallocate() {
    for mask in outcomes + [satisfied, violated, notApplicable, failed] { mask.deallocate() }
  }

  subscript(outcome: Outcome) -> UnsafeMutablePointer<UInt64> { outcomes[outcome.rawValue] }

  /// What the interpreter has found of one record.
  func set(_ row: Int, _ finding: Finding) {
    self[finding.outcome].setBit(row)
    let results = ResultSet(of: finding)
    if results.contains(.satisfied) { satisfied.setBit(row) }
    if results.contains(.violated) { violated.setBit(row) }
    if results.contains(.notApplicable) { notApplicable.setBit(row) }
  }
}
