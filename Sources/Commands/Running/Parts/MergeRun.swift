import CEL
import Evaluator
import JSON
import Populations
import Records
import Reports

/// Joins parts into what one run over all their records would have written.
struct MergeRun {
  let parts: [PartFile]
  let evaluator: PackEvaluator
  let header: PartHeader
  private let related: [RecordSource]
  private let register: [RecordSource]

  /// - Throws: `SourceError` and `PartError`.
  init(_ paths: [String], related: [RecordSource], register: [RecordSource]) throws {
    parts = try paths.map { try PartFile($0) }
    guard let first = parts.first else { throw PartError("", .notAPart) }
    header = first.header
    for part in parts.dropFirst() { try header.requireSame(part.header, part.name) }
    guard let pack = try? CompiledPack(stored: header.pack) else { throw PartError(first.name, .damaged) }
    evaluator = PackEvaluator(pack, asOf: header.asOf, timeZone: TimeZoneNames.offset)
    self.related = related
    self.register = register
  }

  /// - Throws: `SourceError`, `OutputError` and `PartError`.
  func run(
    _ policy: FailurePolicy, _ only: ReportOptions.Only, _ writer: inout any ReportWriter,
    _ target: OutputTarget
  ) throws -> ExitStatus {
    if only.showsRecords, let part = parts.first(where: { !$0.header.isWhole }) {
      throw PartError(part.name, .withoutRecords)
    }
    let related = try RelatedRecords(evaluator, header.type, self.related, register: register)
    guard related.digest == header.related else { throw PartError("", .otherRelated) }
    let judge = PopulationJudge(evaluator, related.index, try state(related.index).decided())
    var counted = ReportSummary(evaluator.pack)
    for part in parts where !counted.add(counts: part.counts) { throw PartError(part.name, .damaged) }
    let tally = RecordTally(
      evaluator.pack, policy, header.waivers?.waivers(of: evaluator.pack, asOf: header.asOf),
      counted: counted, hasFailed: parts.contains { $0.hasFailed })
    var run = CheckRun(evaluator, tally, evaluator.pack.looksBeyondRecords ? judge : nil)
    var records = MergedRecords(parts, evaluator, header.type, register)
    return try run.run({ try records.next() }, &writer, target)
  }

  /// Of all parts, with the candidates of their kept records, and of the register.
  private func state(_ index: RelationIndex) throws -> PopulationState {
    var state = PopulationState(evaluator)
    for part in parts { state.merge(try part.state(evaluator)) }
    if !register.isEmpty { state.markRegisterGiven() }
    var records = MergedRecords(parts, evaluator, header.type, register)
    var ordinal = 0
    while let item = try records.next() {
      ordinal += 1
      switch item {
      case .success(let located):
        let key = located.key.text
        switch evaluator.evaluate(index.joined(located.record)) {
        case .judged(let result):
          if records.isInRegister {
            state.add(result, key: key, ordinal: ordinal)
          } else if state.waits(result) {
            state.nominate(result, key: key, ordinal: ordinal)
          }
        case .refused where records.isInRegister:
          state.addRejected(type: located.record.type.name, key: key, readable: located.record)
        case .refused: break
        }
      case .failure(let rejection) where records.isInRegister:
        state.addRejected(
          type: rejection.type, key: rejection.key?.text, readable: rejection.readable,
          endsSource: rejection.endsSource)
      case .failure: break
      }
    }
    return state
  }
}

/// The kept records of parts in their order, then those of the register.
struct MergedRecords {
  private var rest: ArraySlice<PartFile>
  private var place = -1
  private var lines: PartLines?
  private var decoder: LineDecoder
  private var register: RecordReader
  /// True once the parts are passed.
  private(set) var isInRegister = false

  init(
    _ parts: [PartFile], _ evaluator: PackEvaluator, _ typeName: Text?, _ register: [RecordSource]
  ) {
    rest = parts[...]
    decoder = LineDecoder(evaluator.pack, typeName: typeName, asOf: evaluator.asOf)
    self.register = RecordReader(
      [], of: evaluator.pack, typeName: typeName, asOf: evaluator.asOf, register: register)
  }

  /// - Throws: `SourceError` and `PartError`.
  mutating func next() throws -> Result<LocatedRecord, Rejection>? {
    do {
      while let line = try nextLine() {
        switch line {
        case .kept(let line): return try decoder.decode(line, part: place)
        case .counted(let key, let text, let line): _ = try decoder.add(key, text, line, part: place)
        }
      }
      isInRegister = true
      let item = try register.next()
      // Slices were judged with the whole register, so what it repeats of them cannot be taken back.
      if case .success(let located)? = item { try decoder.add(located, part: place + 1) }
      return item
    } catch let error as ForeignDuplicate {
      throw PartError("", .duplicate(error))
    }
  }

  private mutating func nextLine() throws -> PartLine? {
    while true {
      if let line = try lines?.next() { return line }
      guard let part = rest.popFirst() else {
        lines = nil
        return nil
      }
      place += 1
      lines = try part.lines()
    }
  }
}
