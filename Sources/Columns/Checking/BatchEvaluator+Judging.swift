import CEL
import Evaluator

/// Outcomes of rules, 64 records at a time.
extension BatchEvaluator {
  /// Records on whose law date a rule is in force.
  @inline(__always)
  func inForce(_ rule: RuleJudgement, _ word: Int, _ rows: Int) -> UInt64 {
    guard let lawDate = program.lawDate else {
      return rule.isBounded ? 0 : Self.rowMask(word, rows)
    }
    let column = storage.columns[lawDate]
    let mask = column.known[word] & Self.rowMask(word, rows)
    return rule.isBounded ? inForce(rule, word, column, mask) : mask
  }

  private func inForce(_ rule: RuleJudgement, _ word: Int, _ column: Column, _ known: UInt64) -> UInt64 {
    var mask = known
    var rest = known
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      let day = column.values[word * 64 + bit]
      if day < rule.from || day >= rule.before { mask &= ~(1 << UInt64(bit)) }
    }
    return mask
  }

  /// Judges the records of a batch by one rule.
  ///
  /// - Parameter doubtful: takes records that the interpreter must judge.
  func judge(_ place: Int, _ rows: Int, _ used: Int, _ doubtful: inout [UInt64]) {
    let mask = masks[place]
    let rule = judgements[place]
    var judged = 0
    for word in 0..<used {
      let force = inForce(rule, word, rows)
      refused[word] &= ~force
      judged &+= force.nonzeroBitCount
      let condition = rule.applies.map { WordTruth(runner.vectors[$0], word) } ?? .always
      guard let requires = rule.requires else {
        leave(mask, word, force, isOut: condition.no)
        doubtful[word] |= mask.failed[word]
        continue
      }
      let requirement = WordTruth(runner.vectors[requires], word)
      let passed = rule.due.map { isDue($0, word) } ?? .always
      // DESIGN §5: by condition, then requirement, then due day.
      let met = ~condition.no & requirement.yes
      let rest = ~condition.no & ~requirement.yes
      let failed = condition.failed | ~condition.no & requirement.failed | rest & passed.failed
      let sound = force & ~failed
      let open = rule.isViolatedWhenMissing ? requirement.no | requirement.open : requirement.no
      let broken = rest & passed.yes & condition.yes & open
      let early = rest & passed.no
      mask[.notApplicable][word] = sound & condition.no
      mask[.satisfied][word] = sound & met
      mask[.violated][word] = sound & broken
      mask[.notYetDue][word] = sound & early
      mask[.undetermined][word] = sound & rest & ~early & ~broken
      mask.satisfied[word] = sound & (condition.yes & ~broken | condition.open & ~requirement.no)
      mask.violated[word] = sound & (condition.yes & ~met | condition.open & ~requirement.yes)
      mask.notApplicable[word] = ~force | sound & (condition.no | condition.open)
      mask.failed[word] = force & failed
      doubtful[word] |= force & failed
    }
    evaluations += judged
  }

  /// Leaves to the interpreter what the condition does not settle.
  private func leave(_ mask: RuleMasks, _ word: Int, _ force: UInt64, isOut: UInt64) {
    for outcome in Outcome.allCases { mask[outcome][word] = 0 }
    mask[.notApplicable][word] = force & isOut
    mask.satisfied[word] = 0
    mask.violated[word] = 0
    mask.notApplicable[word] = ~force | isOut
    mask.failed[word] = force & ~isOut
  }

  /// Whether the last day that counts has passed.
  private func isDue(_ due: Int, _ word: Int) -> WordTruth {
    let vector = runner.vectors[due]
    let asOf = Int64(evaluator.asOf.daysSinceEpoch)
    var past: UInt64 = 0
    for bit in 0..<64 where asOf > vector.values[word * 64 + bit] { past |= 1 << UInt64(bit) }
    return WordTruth(truth: past, known: vector.known[word], failed: vector.failed[word])
  }

  /// The day that selects rules for a record that is not refused.
  func lawDate(_ row: Int) -> CivilDate? {
    if case .day(let day) = evaluator.pack.lawDate { return day }
    guard let column = program.lawDate else { return nil }
    return CivilDate(daysSinceEpoch: storage.columns[column].values[row])
  }
}
