import CEL
import Evaluator
import JSON
import Populations
import Records
import Reports
import RuleReview

/// Judges one slice of the records and writes what other slices need of it (DESIGN §11).
struct SliceRun {
  let evaluator: PackEvaluator
  let policy: FailurePolicy
  let typeName: Text?
  let related: RelatedRecords
  /// True where each record is kept, so that it can be printed.
  let isWhole: Bool
  private let waivers: WaiverSheet?
  /// Records that waivers speak of: they are kept, so that it is told once what was waived.
  private let waived: Set<Text>
  private var state: PopulationState
  private var summary: ReportSummary
  private var hasFailed = false
  private var hasRejected = false
  /// The latest law date so far: what is printed of a pack hangs on it.
  private var latest: CivilDate?

  init(
    _ evaluator: PackEvaluator, _ policy: FailurePolicy, _ typeName: Text?, _ related: RelatedRecords,
    isWhole: Bool, _ waivers: WaiverSheet?
  ) {
    self.evaluator = evaluator
    self.policy = policy
    self.typeName = typeName
    self.related = related
    self.isWhole = isWhole
    self.waivers = waivers
    waived = waivers?.waivers(of: evaluator.pack, asOf: evaluator.asOf).records ?? []
    state = PopulationState(evaluator)
    summary = ReportSummary(evaluator.pack)
  }

  /// - Parameter origin: the file and line that the only source was cut out of.
  /// - Throws: `SourceError`, `OutputError` and `PartError`.
  mutating func run(
    _ sources: [RecordSource], origin: (file: String, line: Int)?, _ target: OutputTarget
  ) throws -> ExitStatus {
    var part = try PartWriter(
      target,
      PartHeader(
        asOf: evaluator.asOf, type: typeName, related: related.digest, isWhole: isWhole, waivers: waivers,
        pack: evaluator.pack.stored))
    var decoder = LineDecoder(evaluator.pack, typeName: typeName, asOf: evaluator.asOf)
    for source in sources {
      var lines = try RecordLines(source, file: origin?.file, firstLine: origin?.line ?? 1)
      while let line = try lines.next() { try part.add(judge(line, &decoder)) }
    }
    try part.finish(state, summary, hasFailed: hasFailed)
    return hasRejected ? .recordsRejected : hasFailed ? .findings : .clean
  }

  private mutating func judge(_ line: RecordLine, _ decoder: inout LineDecoder) throws -> PartLine {
    switch try decoder.decode(line) {
    case .failure(let rejection):
      if rejection.type == nil, related.index.hasLists { throw PartError("", .loose(rejection.place)) }
      reject(rejection.type, rejection.key?.text, rejection.readable)
    case .success(let located):
      let record = located.record
      if related.index.isRelated(record.type.name), !related.index.holds(record) {
        throw PartError("", .notRelated(type: record.type.name, key: located.key.text))
      }
      switch evaluator.evaluate(related.index.joined(record)) {
      case .refused: reject(record.type.name, located.key.text, record)
      case .judged(let result):
        state.count(result, key: located.key.text)
        if state.waits(result) { break }
        state.nominate(result, key: located.key.text, ordinal: 0)
        let isLatest = latest.map { $0 < result.lawDate } ?? true
        if isLatest { latest = result.lawDate }
        if isWhole || waived.contains(located.key.text) || (isLatest && !evaluator.pack.notices.isEmpty) {
          break
        }
        summary.add(result)
        hasFailed = hasFailed || policy.fails(result, evaluator.pack)
        let type = evaluator.pack.recordTypes.firstIndex { $0.name == record.type.name } ?? 0
        return .counted(key: located.key.bytes(type: type), text: located.key.text, line)
      }
    }
    return .kept(line)
  }

  private mutating func reject(_ type: Text?, _ key: Text?, _ readable: RecordValue?) {
    hasRejected = true
    state.addRejected(type: type, key: key, readable: readable)
  }
}
