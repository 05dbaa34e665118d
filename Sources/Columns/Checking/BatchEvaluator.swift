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
  let runner: ProgramRunner
  /// By rule of the record type.
  let masks: UnsafeMutablePointer<RuleMasks>
  let judgements: [RuleJudgement]
  /// By award of the record type: its place in the pack.
  let awardPlaces: [Int]
  /// By award: what its leaves that look beyond the record come to; empty where nothing is known of them.
  var leaves: [[LeafMasks]]
  /// Records that are not judged: no law date, or no rule in force.
  let refused: UnsafeMutablePointer<UInt64>
  /// By record: how many rules are violated, and undetermined.
  let violated: UnsafeMutablePointer<UInt16>
  let undetermined: UnsafeMutablePointer<UInt16>
  /// By record: its place among those of the batch, in order of input.
  let items: UnsafeMutablePointer<Int>
  /// By award, then row: `Verdict.Standing.rawValue`, plus 8 where it rests on an unconfirmed fact.
  private let standings: UnsafeMutablePointer<UInt8>
  private let stack: UnsafeMutablePointer<WordResults>
  /// What stands for a record of which nothing is asked but its type.
  let bareRecord: RecordValue
  /// The variables of formulas on a law date, that of the record before.
  private var activations: (day: CivilDate, activation: Activation)?
  /// Rule evaluations so far, and those that the interpreter has done.
  var evaluations = 0
  var interpretations = 0

  /// Looks a record up whose row the columns cannot settle.
  typealias Lookup = (_ row: Int) -> RecordValue?
  /// What the leaves of an award come to that look beyond a record.
  typealias Beyond = (_ award: Int, _ record: RowRecord) -> (Criterion.Leaf) -> LeafResult

  init(_ program: TypeProgram, _ evaluator: PackEvaluator, rowLimit: Int) {
    self.program = program
    self.evaluator = evaluator
    storage = ColumnStorage(program.plan, asOf: evaluator.asOf, rowLimit: rowLimit)
    runner = ProgramRunner(storage, program.builder)
    judgements = program.rules.map { RuleJudgement($0, evaluator.pack) }
    awardPlaces = program.awards.map(\.award)
    masks = .allocate(capacity: program.rules.count)
    for place in program.rules.indices { (masks + place).initialize(to: RuleMasks(words: rowLimit / 64)) }
    leaves = program.awards.map { _ in [] }
    bareRecord = RecordValue(type: program.type, slots: [], path: .root)
    refused = .allocate(capacity: rowLimit / 64)
    violated = .allocate(capacity: rowLimit)
    undetermined = .allocate(capacity: rowLimit)
    items = .allocate(capacity: rowLimit)
    standings = .allocate(capacity: rowLimit * program.awards.count)
    standings.initialize(repeating: 0, count: rowLimit * program.awards.count)
    stack = .allocate(capacity: program.awards.map(\.tree.nodes.count).max() ?? 0)
  }

  deinit {
    for place in program.rules.indices { masks[place].deallocate() }
    masks.deallocate()
    refused.deallocate()
    violated.deallocate()
    undetermined.deallocate()
    items.deallocate()
    standings.deallocate()
    stack.deallocate()
  }

  /// Reads parts of records, with what they lead to.
  var partReader: RecordPartReader { RecordPartReader(storage: storage, relations: runner.relations) }

  /// Standings of the records with one award, by its place among those of the record type.
  @inline(__always)
  func standings(_ award: Int) -> UnsafeMutablePointer<UInt8> { standings + award &* storage.rowLimit }

  /// What formulas read of a record without fields on a law date.
  func activation(on day: CivilDate) -> Activation {
    if let known = activations, known.day == day { return known.activation }
    let activation = evaluator.activation(for: bareRecord, on: day)
    activations = (day, activation)
    return activation
  }

  /// What an award comes to on the records of one word.
  func results(_ award: Int, _ word: Int) -> WordResults {
    program.awards[award].tree.results(word, masks, leaves[award], stack)
  }

  /// Judges the records that the storage holds.
  ///
  /// - Parameter beyond: nil where nothing is known of other records.
  func run(_ lookup: @escaping Lookup, beyond: Beyond? = nil) {
    runner.run()
    let rows = storage.rows
    let used = (rows + 63) / 64
    for award in leaves.indices where !leaves[award].isEmpty { leaves[award] = [] }
    var doubtful = [UInt64](repeating: 0, count: used)
    for word in 0..<used { refused[word] = Self.rowMask(word, rows) }
    for rule in judgements.indices { judge(rule, rows, used, &doubtful) }
    for award in program.awards {
      for word in 0..<used {
        if award.reason != nil { doubtful[word] = .max }
        if let applies = award.applies { doubtful[word] |= runner.vectors[applies].failed[word] }
      }
    }
    for word in 0..<used { doubtful[word] &= ~refused[word] & Self.rowMask(word, rows) }
    // The interpreter's findings count for awards, too.
    let isDoubtful = doubtful.contains { $0 != 0 }
    if isDoubtful { interpret(doubtful, lookup) }
    for award in program.awards.indices where program.awards[award].reason == nil {
      decide(award, used, rows)
    }
    if isDoubtful { interpretAwards(doubtful, lookup, beyond) }
    if let beyond { settle(beyond, lookup, used, rows) }
    tally(.violated, violated, used, rows)
    tally(.undetermined, undetermined, used, rows)
  }

  /// The rows of a word that are in use.
  @inline(__always)
  static func rowMask(_ word: Int, _ rows: Int) -> UInt64 {
    let rest = rows - word * 64
    return rest >= 64 ? .max : (1 << UInt64(rest)) - 1
  }
}
