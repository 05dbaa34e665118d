import CEL
import Evaluator
import JSON

/// Judges the records of a batch by a type's programs; owned by one worker.
///
/// What the columns cannot tell of a record, the interpreter is asked, rule by rule.
final class BatchEvaluator {
  let program: TypeProgram
  let storage: ColumnStorage
  let evaluator: PackEvaluator
  private let runner: ProgramRunner
  let masks: [RuleMasks]
  /// By award, then row: `Verdict.Standing.rawValue`, plus 8 where it rests on an unconfirmed fact.
  private(set) var standings: [[UInt8]]
  private(set) var violated: [UInt16]
  private(set) var undetermined: [UInt16]
  /// Records that are not judged: no law date, or no rule in force.
  let refused: UnsafeMutablePointer<UInt64>
  private let words: Int
  /// Rule evaluations so far, and those that the interpreter has done.
  private(set) var evaluations = 0
  private(set) var interpretations = 0
  private var places: [Int: Int] = [:]

  /// By award: what its leaves that look beyond the record come to; empty where nothing is known of them.
  private var leaves: [[Criterion.Leaf: LeafMasks]]

  /// Looks a record up whose row the columns cannot settle.
  typealias Lookup = (_ row: Int) -> RecordValue?
  /// What the leaves of an award come to that look beyond a record, which is named in one line.
  typealias Beyond = (_ award: Int, _ result: RecordResult, _ key: Text) -> (Criterion.Leaf) -> LeafResult

  init(_ program: TypeProgram, _ evaluator: PackEvaluator, rowLimit: Int) {
    self.program = program
    self.evaluator = evaluator
    storage = ColumnStorage(program.plan, asOf: evaluator.asOf, rowLimit: rowLimit)
    runner = ProgramRunner(storage, program.builder)
    words = rowLimit / 64
    let count = rowLimit / 64
    masks = program.rules.map { _ in RuleMasks(words: count) }
    standings = program.awards.map { _ in Array(repeating: 0, count: rowLimit) }
    violated = Array(repeating: 0, count: rowLimit)
    undetermined = Array(repeating: 0, count: rowLimit)
    refused = .allocate(capacity: count)
    leaves = program.awards.map { _ in [:] }
    for (place, rule) in program.rules.enumerated() { places[rule.rule] = place }
  }

  deinit {
    for mask in masks { mask.deallocate() }
    refused.deallocate()
  }

  /// Tells of the records that the storage holds only which are judged at all, and to which awards don't apply.
  func scan() {
    runner.run()
    let rows = storage.rows
    let used = (rows + 63) / 64
    refused.update(repeating: .max, count: used)
    for word in 0..<used {
      for rule in program.rules { refused[word] &= ~inForce(rule.rule, word, rows) }
      refused[word] &= Self.rowMask(word, rows)
    }
  }

  /// True where an award surely doesn't apply to a record, by place in the pack.
  func isOutside(_ award: Int, _ row: Int) -> Bool {
    guard let applies = program.awards.first(where: { $0.award == award })?.applies else { return false }
    let vector = runner.vectors[applies]
    return vector.known.bit(row) && !vector.failed.bit(row) && !vector.truth.bit(row)
  }

  /// Judges the records that the storage holds.
  ///
  /// - Parameter beyond: nil where nothing is known of other records.
  func run(_ lookup: Lookup, beyond: Beyond? = nil) {
    runner.run()
    let rows = storage.rows
    let used = (rows + 63) / 64
    for (place, leaves) in program.leavesBeyond.enumerated() where !leaves.isEmpty {
      self.leaves[place] = [:]
    }
    refused.update(repeating: .max, count: used)
    var doubtful = [UInt64](repeating: 0, count: used)
    for (place, rule) in program.rules.enumerated() { judge(place, rule, rows, used, &doubtful) }
    for award in program.awards {
      for word in 0..<used {
        if award.reason != nil { doubtful[word] = .max }
        if let applies = award.applies { doubtful[word] |= runner.vectors[applies].failed[word] }
      }
    }
    for word in 0..<used {
      if word == used - 1, rows % 64 != 0 { refused[word] &= (1 << UInt64(rows % 64)) - 1 }
      doubtful[word] &= ~refused[word] & Self.rowMask(word, rows)
    }
    for (place, award) in program.awards.enumerated() where award.reason == nil {
      verdicts(place, award, used, rows)
    }
    interpret(doubtful, lookup)
    // The interpreter's findings count for awards, too.
    if doubtful.contains(where: { $0 != 0 }) {
      for (place, award) in program.awards.enumerated() where award.reason == nil {
        verdicts(place, award, used, rows)
      }
      interpretAwards(doubtful, lookup, beyond)
    }
    if let beyond { settle(beyond, lookup, used, rows) }
    tally(.violated, &violated, used, rows)
    tally(.undetermined, &undetermined, used, rows)
  }

  static func rowMask(_ word: Int, _ rows: Int) -> UInt64 {
    let rest = rows - word * 64
    return rest >= 64 ? .max : (1 << UInt64(rest)) - 1
  }

  /// Records on whose law date a rule is in force.
  private func inForce(_ rule: Int, _ word: Int, _ rows: Int) -> UInt64 {
    let ownPeriod = evaluator.pack.rules[rule].period
    guard let lawDate = program.lawDate else {
      guard case .day(let day) = evaluator.pack.lawDate else { return 0 }
      return ownPeriod.contains(day) ? Self.rowMask(word, rows) : 0
    }
    let period = ownPeriod.intersection(evaluator.pack.period)
    let column = storage.columns[lawDate]
    var mask = column.known[word] & Self.rowMask(word, rows)
    guard period.from != nil || period.before != nil else { return mask }
    let from = period.from.map { Int64($0.daysSinceEpoch) } ?? .min
    let before = period.before.map { Int64($0.daysSinceEpoch) } ?? .max
    for bit in 0..<64 where mask >> UInt64(bit) & 1 == 1 {
      let day = column.values[word * 64 + bit]
      if day < from || day >= before { mask &= ~(1 << UInt64(bit)) }
    }
    return mask
  }

  private func judge(_ place: Int, _ rule: RuleProgram, _ rows: Int, _ used: Int, _ doubtful: inout [UInt64])
  {
    let mask = masks[place]
    let whenMissing = evaluator.pack.rules[rule.rule].whenMissing
    for word in 0..<used {
      let force = inForce(rule.rule, word, rows)
      refused[word] &= ~force
      evaluations += force.nonzeroBitCount
      let requires: Int
      let (condition, due): (WordTruth, Int?)
      switch rule.form {
      case .columns(let applies, let requirement, let day):
        (requires, due) = (requirement, day)
        condition = WordTruth(applies.map { runner.vectors[$0] }, word)
      case .interpreter(_, let applies):
        let isOut = applies.map { WordTruth(runner.vectors[$0], word).no } ?? 0
        for outcome in mask.outcomes { outcome[word] = 0 }
        mask[.notApplicable][word] = force & isOut
        mask.satisfied[word] = 0
        mask.violated[word] = 0
        mask.notApplicable[word] = ~force | isOut
        mask.failed[word] = force & ~isOut
        doubtful[word] |= force & ~isOut
        continue
      }
      let requirement = WordTruth(runner.vectors[requires], word)
      let passed = isDue(due, word)
      // DESIGN §5: by condition, then requirement, then due day.
      let met = ~condition.no & requirement.yes
      let rest = ~condition.no & ~requirement.yes
      let failed = condition.failed | ~condition.no & requirement.failed | rest & passed.failed
      let sound = force & ~failed
      let open = whenMissing == .violated ? requirement.no | requirement.open : requirement.no
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
  }

  /// Whether the last day that counts has passed.
  private func isDue(_ due: Int?, _ word: Int) -> WordTruth {
    guard let due else { return WordTruth(nil, word) }
    let vector = runner.vectors[due]
    let asOf = Int64(evaluator.asOf.daysSinceEpoch)
    var past: UInt64 = 0
    for bit in 0..<64 where asOf > vector.values[word * 64 + bit] { past |= 1 << UInt64(bit) }
    return WordTruth(truth: past, known: vector.known[word], failed: vector.failed[word])
  }

  /// Adds up the verdicts of one award on the records of a word.
  ///
  /// - Parameter counts: by `Verdict.Standing.rawValue`.
  func countVerdicts(_ place: Int, _ word: Int, _ rows: UInt64, into counts: inout [Int]) {
    standings[place].withUnsafeBufferPointer { standings in
      var rest = rows
      while rest != 0 {
        counts[Int(standings[word * 64 + rest.trailingZeroBitCount] & 7)] += 1
        rest &= rest - 1
      }
    }
  }

  /// The number of rules of one outcome on each record: words are added up as binary digits.
  private func tally(_ outcome: Outcome, _ counts: inout [UInt16], _ used: Int, _ rows: Int) {
    for word in 0..<used {
      var digits: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
      var high = [UInt64](repeating: 0, count: masks.count > 255 ? 8 : 0)
      for mask in masks {
        var carry = mask.outcomes[outcome.rawValue][word]
        guard carry != 0 else { continue }
        (digits.0, carry) = (digits.0 ^ carry, digits.0 & carry)
        (digits.1, carry) = (digits.1 ^ carry, digits.1 & carry)
        (digits.2, carry) = (digits.2 ^ carry, digits.2 & carry)
        guard carry != 0 else { continue }
        (digits.3, carry) = (digits.3 ^ carry, digits.3 & carry)
        (digits.4, carry) = (digits.4 ^ carry, digits.4 & carry)
        (digits.5, carry) = (digits.5 ^ carry, digits.5 & carry)
        (digits.6, carry) = (digits.6 ^ carry, digits.6 & carry)
        (digits.7, carry) = (digits.7 ^ carry, digits.7 & carry)
        for place in high.indices { (high[place], carry) = (high[place] ^ carry, high[place] & carry) }
      }
      for bit in 0..<min(64, rows - word * 64) {
        let shift = UInt64(bit)
        var count = digits.0 >> shift & 1 | (digits.1 >> shift & 1) << 1 | (digits.2 >> shift & 1) << 2
        count |= (digits.3 >> shift & 1) << 3 | (digits.4 >> shift & 1) << 4 | (digits.5 >> shift & 1) << 5
        count |= (digits.6 >> shift & 1) << 6 | (digits.7 >> shift & 1) << 7
        for place in high.indices { count |= (high[place] >> shift & 1) << UInt64(8 + place) }
        counts[word * 64 + bit] = UInt16(truncatingIfNeeded: count)
      }
    }
  }
}

/// A truth of 64 records.
struct WordTruth {
  let yes: UInt64
  let no: UInt64
  let open: UInt64
  let failed: UInt64

  init(truth: UInt64, known: UInt64, failed: UInt64) {
    yes = known & truth & ~failed
    no = known & ~truth & ~failed
    open = ~known & ~failed
    self.failed = failed
  }

  /// - Parameter vector: nil holds always.
  init(_ vector: Vector?, _ word: Int) {
    guard let vector else {
      self.init(truth: .max, known: .max, failed: 0)
      return
    }
    self.init(truth: vector.truth[word], known: vector.known[word], failed: vector.failed[word])
  }
}

/// What the columns leave to the interpreter.
extension BatchEvaluator {
  private func interpret(_ doubtful: [UInt64], _ lookup: Lookup) {
    for (word, bits) in doubtful.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 {
        let row = word * 64 + bit
        guard let record = lookup(row), let lawDate = lawDate(row) else {
          refused.setBit(row)
          continue
        }
        let activation = evaluator.activation(for: record, on: lawDate)
        for (place, rule) in program.rules.enumerated() where masks[place].failed.bit(row) {
          interpretations += 1
          masks[place].set(row, evaluator.finding(of: rule.rule, activation))
        }
      }
    }
  }

  /// The day that selects rules for a record that is not refused.
  func lawDate(_ row: Int) -> CivilDate? {
    if case .day(let day) = evaluator.pack.lawDate { return day }
    guard let column = program.lawDate else { return nil }
    return CivilDate(daysSinceEpoch: storage.columns[column].values[row])
  }

  /// Awards whose own condition the columns cannot tell.
  private func interpretAwards(_ doubtful: [UInt64], _ lookup: Lookup, _ beyond: Beyond?) {
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
          if let beyond, !program.leavesBeyond[place].isEmpty {
            let known = beyond(award.award, result, keyLine(row))
            verdict = evaluator.verdict(of: award.award, in: result, beyond: known)
          }
          standings[place][row] = UInt8(verdict.standing.rawValue) | (verdict.isUnverified ? 8 : 0)
        }
      }
    }
  }

  /// Awards that wait for other records, where those may still decide them.
  private func settle(_ beyond: Beyond, _ lookup: Lookup, _ used: Int, _ rows: Int) {
    for (place, award) in program.awards.enumerated() {
      let own = program.leavesBeyond[place]
      guard !own.isEmpty, award.reason == nil else { continue }
      let marks = own.contains { evaluator.pack.isUnverified($0) }
      var masks = own.map { _ in LeafMasks(words: used) }
      for row in 0..<rows where !refused.bit(row) {
        if let applies = award.applies, runner.vectors[applies].failed.bit(row) { continue }
        switch Verdict.Standing(rawValue: Int(standings[place][row] & 7)) {
        case .undetermined?: break
        case .eligible?, .ineligible?: guard marks else { continue }
        case .notApplicable?, nil: continue
        }
        guard let record = lookup(row), let lawDate = lawDate(row) else {
          refused.setBit(row)
          continue
        }
        let result = RecordResult(record: record, lawDate: lawDate, findings: [], verdicts: [])
        let known = beyond(award.award, result, keyLine(row))
        for (index, leaf) in own.enumerated() { masks[index].set(row, known(leaf).results) }
      }
      for (leaf, masks) in zip(own, masks) { leaves[place][leaf] = masks }
      verdicts(place, award, used, rows, isSettled: true)
    }
  }

  /// The verdicts of one award, by the results that its tree may still have.
  ///
  /// - Parameter isSettled: true leaves those alone of which the columns cannot tell whether the award applies.
  private func verdicts(
    _ place: Int, _ award: AwardProgram, _ used: Int, _ rows: Int, isSettled: Bool = false
  ) {
    let compiled = evaluator.pack.awards[award.award]
    let unverified = compiled.requires.rules.filter { evaluator.pack.rules[$0].isUnverified }
    let beyond = program.leavesBeyond[place].filter { evaluator.pack.isUnverified($0) }
    for word in 0..<used {
      var open = results(compiled.requires, word, place)
      let condition = WordTruth(award.applies.map { runner.vectors[$0] }, word)
      open.satisfied &= ~condition.no
      open.violated &= ~condition.no
      open.notApplicable |= condition.no | condition.open
      var marked = compiled.isUnverified ? UInt64.max : 0
      let isOut = open.notApplicable & ~open.satisfied & ~open.violated
      for rule in unverified {
        let result = results(.rule(rule), word, place)
        marked |= (result.satisfied | result.violated) & ~isOut
      }
      for leaf in beyond {
        let result = leaf.results(leaves[place], word)
        marked |= (result.satisfied | result.violated) & ~isOut
      }
      let kept = isSettled ? condition.failed : 0
      let eligible = open.satisfied & ~open.violated & ~open.notApplicable
      let ineligible = open.violated & ~open.satisfied & ~open.notApplicable
      for bit in 0..<min(64, rows - word * 64) where kept >> UInt64(bit) & 1 == 0 {
        let shift = UInt64(bit)
        let standing: Verdict.Standing =
          eligible >> shift & 1 == 1
          ? .eligible
          : ineligible >> shift & 1 == 1
            ? .ineligible : isOut >> shift & 1 == 1 ? .notApplicable : .undetermined
        standings[place][word * 64 + bit] = UInt8(standing.rawValue) | (marked >> shift & 1 == 1 ? 8 : 0)
      }
    }
  }

  private func results(_ criterion: Criterion, _ word: Int, _ award: Int) -> WordResults {
    switch criterion {
    case .population(let place): return Criterion.Leaf.population(place).results(leaves[award], word)
    case .award(let place, let claim): return Criterion.Leaf.award(place, claim).results(leaves[award], word)
    case .rule(let rule):
      guard let place = places[rule] else {
        return WordResults(satisfied: 0, violated: 0, notApplicable: .max)
      }
      let mask = masks[place]
      return WordResults(
        satisfied: mask.satisfied[word], violated: mask.violated[word],
        notApplicable: mask.notApplicable[word])
    case .all(let members): return .all(members.map { results($0, word, award) })
    case .every(_, let rules): return .all(rules.map { results(.rule($0), word, award) })
    case .any(let members): return .any(members.map { results($0, word, award) })
    case .atLeast(let count, let members): return .atLeast(count, members.map { results($0, word, award) })
    }
  }
}

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

extension Criterion.Leaf {
  fileprivate func results(_ known: [Criterion.Leaf: LeafMasks], _ word: Int) -> WordResults {
    known[self]?.results(word) ?? WordResults(satisfied: .max, violated: .max, notApplicable: 0)
  }
}

/// The results that 64 members may still have: `ResultSet` with a bit for each record.
struct WordResults {
  var satisfied: UInt64
  var violated: UInt64
  var notApplicable: UInt64

  static func all(_ members: [WordResults]) -> WordResults {
    var result = WordResults(satisfied: 0, violated: 0, notApplicable: .max)
    var certain: UInt64 = 0
    for member in members {
      result.satisfied |= member.satisfied
      result.violated |= member.violated
      result.notApplicable &= member.notApplicable
      certain |= member.violated & ~member.satisfied & ~member.notApplicable
    }
    result.satisfied &= ~certain
    return result
  }

  static func any(_ members: [WordResults]) -> WordResults {
    var result = WordResults(satisfied: 0, violated: 0, notApplicable: .max)
    var certain: UInt64 = 0
    for member in members {
      result.satisfied |= member.satisfied
      result.violated |= member.violated
      result.notApplicable &= member.notApplicable
      certain |= member.satisfied & ~member.violated & ~member.notApplicable
    }
    result.violated &= ~certain
    return result
  }

  /// Record by record, as `ResultSet` has it.
  static func atLeast(_ count: Int, _ members: [WordResults]) -> WordResults {
    var result = WordResults(satisfied: 0, violated: 0, notApplicable: 0)
    for bit in 0..<64 {
      let shift = UInt64(bit)
      let sets = members.map { member -> ResultSet in
        var set: ResultSet = []
        if member.satisfied >> shift & 1 == 1 { set.insert(.satisfied) }
        if member.violated >> shift & 1 == 1 { set.insert(.violated) }
        if member.notApplicable >> shift & 1 == 1 { set.insert(.notApplicable) }
        return set
      }
      let own = ResultSet.atLeast(count, sets)
      if own.contains(.satisfied) { result.satisfied |= 1 << shift }
      if own.contains(.violated) { result.violated |= 1 << shift }
      if own.contains(.notApplicable) { result.notApplicable |= 1 << shift }
    }
    return result
  }
}
