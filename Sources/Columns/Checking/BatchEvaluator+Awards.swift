import CEL
import Evaluator

/// Verdicts, 64 records at a time.
extension BatchEvaluator {
  /// The verdicts of one award, by the results that its tree may still have.
  ///
  /// - Parameter isSettled: true leaves those alone of which the columns cannot tell whether the award applies.
  func decide(_ place: Int, _ used: Int, _ rows: Int, isSettled: Bool = false) {
    let award = program.awards[place]
    let standings = standings(place)
    for word in 0..<used {
      var open = results(place, word)
      let condition = award.applies.map { WordTruth(runner.vectors[$0], word) } ?? .always
      open.satisfied &= ~condition.no
      open.violated &= ~condition.no
      open.notApplicable |= condition.no | condition.open
      let isOut = open.notApplicable & ~open.satisfied & ~open.violated
      let marked = award.isUnverified ? .max : unverified(award, place, word) & ~isOut
      let kept = isSettled ? condition.failed : 0
      let eligible = open.satisfied & ~open.violated & ~open.notApplicable
      let ineligible = open.violated & ~open.satisfied & ~open.notApplicable
      let undetermined = ~(eligible | ineligible | isOut)
      // Two bits for the standing: 0 eligible, 1 ineligible, 2 undetermined, 3 notApplicable.
      let (low, high) = (ineligible | isOut, undetermined | isOut)
      var rest = Self.rowMask(word, rows) & ~kept
      while rest != 0 {
        let bit = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
        let code = low &>> bit & 1 | (high &>> bit & 1) &<< 1 | (marked &>> bit & 1) &<< 3
        standings[word &* 64 &+ Int(bit)] = UInt8(truncatingIfNeeded: code)
      }
    }
  }

  /// Records on which something unconfirmed has a say.
  private func unverified(_ award: AwardProgram, _ place: Int, _ word: Int) -> UInt64 {
    var marked: UInt64 = 0
    for rule in award.unverifiedRules { marked |= masks[rule].satisfied[word] | masks[rule].violated[word] }
    for leaf in award.unverifiedLeaves {
      let result = leaves[place].isEmpty ? .open : leaves[place][leaf].results(word)
      marked |= result.satisfied | result.violated
    }
    return marked
  }

  /// Awards that wait for other records, where those may still decide them.
  func settle(_ beyond: Beyond, _ lookup: @escaping Lookup, _ used: Int, _ rows: Int) {
    for (place, award) in program.awards.enumerated() {
      let own = award.tree.beyond
      guard !own.isEmpty, award.reason == nil else { continue }
      var masks = own.map { _ in LeafMasks(words: used) }
      for row in 0..<rows where !refused.bit(row) {
        if let applies = award.applies, runner.vectors[applies].failed.bit(row) { continue }
        switch Verdict.Standing(rawValue: Int(standings(place)[row] & 7)) {
        case .undetermined?: break
        case .eligible?, .ineligible?: guard !award.unverifiedLeaves.isEmpty else { continue }
        case .notApplicable?, nil: continue
        }
        guard let lawDate = lawDate(row) else { continue }
        let known = beyond(award.award, RowRecord(self, row, lawDate, lookUp: lookup))
        for (index, leaf) in own.enumerated() { masks[index].set(row, known(leaf).results) }
      }
      leaves[place] = masks
      decide(place, used, rows, isSettled: true)
    }
  }
}
