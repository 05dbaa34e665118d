import Evaluator

/// How often what was found among the records of a chunk.
extension ChunkWorker {
  /// Counts the rows of a batch that were judged.
  func count(_ batch: BatchEvaluator, _ output: inout BatchOutput) {
    let rows = batch.storage.rows
    for word in 0..<(rows + 63) / 64 {
      let kept = ~batch.refused[word] & BatchEvaluator.rowMask(word, rows)
      output.records += kept.nonzeroBitCount
      for outcome in 0..<output.outcomes.count {
        var count = 0
        for place in 0..<batch.judgements.count {
          let bits = batch.masks[place].outcome(outcome)[word] & kept
          guard bits != 0 else { continue }
          count &+= bits.nonzeroBitCount
          if !output.hasFailure, plan.fails[batch.program.rules[place].rule][outcome] {
            output.hasFailure = true
          }
        }
        output.outcomes[outcome] += count
      }
      for (place, award) in batch.awardPlaces.enumerated() {
        batch.countVerdicts(place, word, kept, into: &output.verdicts[award])
      }
    }
  }

  /// Counts a record that the interpreter has judged.
  func count(_ result: RecordResult, _ output: inout BatchOutput) {
    output.records += 1
    for finding in result.findings {
      output.outcomes[finding.outcome.rawValue] += 1
      if plan.fails[finding.rule][finding.outcome.rawValue] { output.hasFailure = true }
    }
    for verdict in result.verdicts { output.verdicts[verdict.award][verdict.standing.rawValue] += 1 }
  }
}
