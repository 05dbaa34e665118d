import CEL
import Evaluator
import JSON

/// What is told of one record whose findings are asked for: those that are violated, and the grounds of its verdicts.
///
/// Outcomes are those of the columns; of the rules that are told, and of no others, the interpreter says what was measured.
struct RowFindings {
  private let batch: BatchEvaluator
  private let row: Int
  private let parts: FindingParts
  private let lawDate: CivilDate
  private let lookUp: BatchEvaluator.Lookup
  private let beyond: BatchEvaluator.Beyond?
  private var activation: Activation

  /// Nil where columns do not have what the record's findings rest on.
  ///
  /// - Parameters:
  ///   - lookUp: reads a record as a whole, with what it leads to.
  ///   - beyond: nil where nothing is known of other records.
  init?(
    _ batch: BatchEvaluator, _ row: Int, lookUp: @escaping BatchEvaluator.Lookup,
    beyond: BatchEvaluator.Beyond?
  ) {
    guard let parts = batch.program.parts, let lawDate = batch.lawDate(row), !batch.leavesAwards(row) else {
      return nil
    }
    (self.batch, self.row, self.parts, self.lawDate) = (batch, row, parts, lawDate)
    (self.lookUp, self.beyond) = (lookUp, beyond)
    activation = batch.activation(on: lawDate)
  }

  /// The violated findings and all verdicts; the record in the result is one without fields.
  mutating func result() -> RecordResult? {
    var findings: [Finding] = []
    for place in batch.judgements.indices where batch.masks[place][.violated].bit(row) {
      guard let finding = finding(place) else { return nil }
      findings.append(finding)
    }
    var verdicts: [Verdict] = []
    for place in batch.program.awards.indices {
      guard let verdict = verdict(place) else { return nil }
      verdicts.append(verdict)
    }
    return RecordResult(
      record: batch.bareRecord, lawDate: lawDate, findings: findings, verdicts: verdicts)
  }

  /// What an award rests on.
  mutating func basis(_ place: Int) -> AwardBasis? {
    let award = batch.program.awards[place]
    var results: [ResultSet] = []
    results.reserveCapacity(award.rules.count)
    var findings: [Finding] = []
    for rule in award.rules {
      let result = batch.results(of: rule, row)
      results.append(result)
      guard result.contains(.violated), let own = batch.program.places[rule] else { continue }
      guard let finding = finding(own) else { return nil }
      findings.append(finding)
    }
    guard let applies = award.applies else {
      return AwardBasis(rules: award.rules, results: results, findings: findings, applies: nil)
    }
    if batch.runner.vectors[applies].known.bit(row) {
      let truth = Value.bool(batch.runner.vectors[applies].truth.bit(row))
      return AwardBasis(rules: award.rules, results: results, findings: findings, applies: truth)
    }
    guard bind(parts.awards[place]) else { return nil }
    let condition = batch.evaluator.pack.awards[award.award].applies?.program.evaluate(activation)
    return AwardBasis(rules: award.rules, results: results, findings: findings, applies: condition)
  }

  /// Sets the record that formulas read; false where there is none.
  private mutating func bind(_ part: RecordPart?) -> Bool {
    activation.record = batch.record(part, row, lookUp)
    return activation.record != nil
  }

  mutating func finding(_ place: Int) -> Finding? {
    guard bind(parts.rules[place]) else { return nil }
    return batch.evaluator.finding(of: batch.program.rules[place].rule, activation)
  }

  mutating func verdict(_ place: Int) -> Verdict? {
    let award = batch.program.awards[place].award
    let code = batch.standings(place)[row]
    guard let standing = Verdict.Standing(rawValue: Int(code & 7)) else { return nil }
    var verdict = Verdict(
      award: award, standing: standing, because: [], missing: [], isUnverified: code & 8 != 0)
    if standing == .eligible || standing == .notApplicable { return verdict }
    guard let known = known(place) else { return nil }
    verdict.because = batch.evaluator.pack.awards[award].requires.grounds { leaf in
      leaf.rule.map { batch.results(of: $0, row) } ?? known(leaf).results
    }
    if standing == .undetermined {
      guard let missing = missing(place, verdict.because, known) else { return nil }
      verdict.missing = missing
    }
    return verdict
  }

  /// What the leaves of an award come to that look beyond the record.
  private func known(_ place: Int) -> ((Criterion.Leaf) -> LeafResult)? {
    let award = batch.program.awards[place]
    guard let beyond, !award.tree.beyond.isEmpty else { return { _ in .open } }
    return beyond(award.award, RowRecord(batch, row, lawDate, lookUp: lookUp))
  }

  /// What keeps a verdict open, sorted.
  private mutating func missing(
    _ place: Int, _ grounds: [Criterion.Leaf], _ known: (Criterion.Leaf) -> LeafResult
  ) -> [Text]? {
    let award = batch.program.awards[place]
    var missing: Set<Text> = []
    for leaf in grounds {
      guard let rule = leaf.rule else {
        missing.formUnion(known(leaf).missing)
        continue
      }
      guard let own = batch.program.places[rule] else { continue }
      guard let finding = finding(own) else { return nil }
      missing.formUnion(finding.missing)
    }
    if let applies = award.applies, !batch.runner.vectors[applies].known.bit(row) {
      guard bind(parts.awards[place]) else { return nil }
      let condition = batch.evaluator.pack.awards[award.award].applies?.program.evaluate(activation)
      if case .unknown(let unknown)? = condition { missing.formUnion(unknown.paths) }
    }
    return missing.sorted()
  }
}

extension BatchEvaluator {
  /// True where nothing of a record is to be told but what its verdicts are.
  func isClean(_ row: Int) -> Bool {
    guard violated[row] == 0 else { return false }
    return program.awards.indices.allSatisfy { place in
      switch Verdict.Standing(rawValue: Int(standings(place)[row] & 7)) {
      case .eligible?, .notApplicable?: true
      default: false
      }
    }
  }

  /// False where an award surely doesn't apply to a record, by place in the pack.
  func mayApply(_ award: Int, _ row: Int) -> Bool {
    guard let place = awardPlaces.firstIndex(of: award) else { return false }
    return Verdict.Standing(rawValue: Int(standings(place)[row] & 7)) != .notApplicable
  }

  /// True where the columns cannot tell of an award whether it applies.
  func leavesAwards(_ row: Int) -> Bool {
    program.awards.contains { award in
      award.reason != nil || award.applies.map { runner.vectors[$0].failed.bit(row) } ?? false
    }
  }

  /// The results that a rule of the pack may still have on a record.
  fileprivate func results(of rule: Int, _ row: Int) -> ResultSet {
    program.places[rule].map { masks[$0].results(of: row) } ?? .notApplicable
  }
}
