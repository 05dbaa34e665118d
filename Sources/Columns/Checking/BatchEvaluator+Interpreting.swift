import CEL
import Evaluator

/// What the columns leave to the interpreter.
extension BatchEvaluator {
  func interpret(_ doubtful: [UInt64], _ lookup: Lookup) {
    for (word, bits) in doubtful.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 {
        let row = word * 64 + bit
        guard let lawDate = lawDate(row) else {
          refused.setBit(row)
          continue
        }
        var activation = activation(on: lawDate)
        for (place, rule) in program.rules.enumerated() where masks[place].failed.bit(row) {
          guard let record = record(program.parts?.rules[place], row, lookup) else {
            refused.setBit(row)
            break
          }
          interpretations += 1
          activation.record = record
          masks[place].set(row, evaluator.finding(of: rule.rule, activation, inDetail: false))
        }
      }
    }
  }

  /// What formulas see of a row: the part that they read, or all of it where columns do not have that.
  func record(_ part: RecordPart?, _ row: Int, _ lookup: Lookup) -> RecordValue? {
    part.map { partReader.record($0, row) } ?? lookup(row)
  }

  /// Awards whose own condition the columns cannot tell.
  func interpretAwards(_ doubtful: [UInt64], _ lookup: @escaping Lookup, _ beyond: Beyond?) {
    for (word, bits) in doubtful.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 {
        let row = word * 64 + bit
        let asked = program.awards.contains { award in
          award.reason != nil || award.applies.map { runner.vectors[$0].failed.bit(row) } ?? false
        }
        guard asked, !refused.bit(row) else { continue }
        guard let record = lookup(row), case .judged(let result) = evaluator.evaluate(record) else {
          refused.setBit(row)
          continue
        }
        for (place, award) in program.awards.enumerated() {
          guard var verdict = result.verdicts.first(where: { $0.award == award.award }) else { continue }
          if let beyond, !award.tree.beyond.isEmpty {
            let known = beyond(award.award, RowRecord(self, row, result.lawDate, lookUp: lookup))
            verdict = evaluator.verdict(of: award.award, in: result, beyond: known)
          }
          standings(place)[row] = UInt8(verdict.standing.rawValue) | (verdict.isUnverified ? 8 : 0)
        }
      }
    }
  }
}
