import Evaluator

/// How often what was found.
extension BatchEvaluator {
  /// Adds up the verdicts of one award on the records of a word.
  ///
  /// - Parameter counts: by `Verdict.Standing.rawValue`.
  func countVerdicts(_ place: Int, _ word: Int, _ rows: UInt64, into counts: inout [Int]) {
    let standings = standings(place) + word * 64
    counts.withUnsafeMutableBufferPointer { counts in
      var rest = rows
      while rest != 0 {
        counts[Int(standings[rest.trailingZeroBitCount] & 3)] &+= 1
        rest &= rest &- 1
      }
    }
  }

  /// The number of rules of one outcome on each record: words are added up as binary digits.
  func tally(_ outcome: Outcome, _ counts: UnsafeMutablePointer<UInt16>, _ used: Int, _ rows: Int) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 16) { digits in
      for word in 0..<used {
        digits.update(repeating: 0)
        var width = 0
        for place in judgements.indices {
          var carry = masks[place][outcome][word]
          var digit = 0
          while carry != 0, digit < 16 {
            let sum = digits[digit]
            digits[digit] = sum ^ carry
            carry &= sum
            digit &+= 1
          }
          width = max(width, digit)
        }
        for bit in 0..<min(64, rows - word * 64) {
          var count: UInt64 = 0
          for digit in 0..<width {
            count |= (digits[digit] &>> UInt64(bit) & 1) &<< UInt64(digit)
          }
          counts[word &* 64 &+ bit] = UInt16(truncatingIfNeeded: count)
        }
      }
    }
  }
}
