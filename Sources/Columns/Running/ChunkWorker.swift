import CEL
import Evaluator
import JSON
import Populations
import Records

/// Reads the records of one chunk after the other, for what a task wants of them.
public final class ChunkWorker: @unchecked Sendable {
  // Used by one thread at a time: whoever hands it a chunk waits for the output.

  let plan: ColumnPlan
  let source: RecordSource
  private(set) var decoder: RecordDecoder
  var parser = JSONParser()
  /// By type; nil where no record of it can be judged by columns.
  let batches: [BatchEvaluator?]
  let lines: VerdictLines
  private(set) var task = ChunkTask.verdicts
  /// By type: what the task asks of its records before all are there.
  private(set) var needs: [PopulationNeeds]
  /// By type: true where the task takes its records as trees.
  private(set) var wantsTrees: [Bool]
  /// The type of records that name none.
  private(set) var defaultType: Int?
  private var sourcePlace = 0
  /// The source, as results name it.
  private(set) var file = ""
  let recordOutput: RecordOutput
  /// Writes records without violations, where they have lines of their own.
  private(set) var clean: CleanLines?
  /// What is written of one record, before it is put among the lines.
  var written: [UInt8] = []
  /// The records of the batch that is being read, in order.
  var items: [ChunkItem] = []
  /// Records of the batch that were read as trees, in order, and what the interpreter says of them.
  var trees: [(located: LocatedRecord, evaluation: Evaluation?)] = []
  /// By type: rows that have been looked up, with what they lead to.
  var found: [[Int: RecordValue]]
  private(set) var chunk: LineChunk?
  private var output: BatchOutput
  /// Records of a sound shape of the chunk before.
  private var lastCount = 0
  /// The type of the record before.
  var guess: Int?
  /// Records that the tree reader has read, of all.
  public internal(set) var treeReads = 0
  /// The key of the record that is being taken.
  let keyBuffer = LineBuffer(capacity: 64)

  /// Records of a batch: enough that a step costs little for each, few enough that columns stay in the cache.
  static let rowLimit = 256
  /// Records that wait for the batch to be full, of all types.
  private static let itemLimit = 1024

  public init(_ plan: ColumnPlan, _ output: RecordOutput = .verdicts) {
    self.plan = plan
    recordOutput = output
    source = RecordSource("-")
    decoder = RecordDecoder(plan.evaluator.pack, typeName: plan.typeName, asOf: plan.evaluator.asOf)
    batches = plan.types.map { type in
      type.reason == nil ? BatchEvaluator(type, plan.evaluator, rowLimit: Self.rowLimit) : nil
    }
    lines = VerdictLines(plan.evaluator.pack)
    needs = plan.types.map { _ in PopulationNeeds() }
    wantsTrees = plan.types.map { _ in false }
    found = plan.types.map { _ in [:] }
    self.output = BatchOutput(awards: 0, LineBuffer(capacity: 0))
    defaultType = plan.defaultType(plan.typeName)
    guess = defaultType ?? (plan.types.isEmpty ? nil : 0)
  }

  /// Begins a task, or another source of it.
  ///
  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - place: of the source, among those of the task.
  ///   - file: the name of the source, where places of records are written.
  public func begin(_ task: ChunkTask, typeName: Text?, source place: Int, file: String = "") {
    self.task = task
    self.file = file
    if case .violations(asLines: true, _) = recordOutput {
      clean = CleanLines(plan.evaluator.pack, file: file)
    }
    sourcePlace = place
    decoder = RecordDecoder(plan.evaluator.pack, typeName: typeName, asOf: plan.evaluator.asOf)
    defaultType = plan.defaultType(typeName)
    for batch in batches { batch?.runner.relations = task.index }
    for (type, program) in plan.types.enumerated() {
      let name = program.type.name
      switch task {
      case .verdicts: wantsTrees[type] = false
      case .relations(let index): wantsTrees[type] = index.isRelated(name) && program.related == nil
      case .population(_, let state):
        needs[type] = state.needs(of: name)
        wantsTrees[type] = program.rules.isEmpty && !program.isPassive
      case .settled: wantsTrees[type] = program.rules.isEmpty && !program.isPassive
      }
    }
  }

  /// What is known of other records; nil where each is judged alone.
  var beyond: BatchEvaluator.Beyond? {
    guard case .settled(_, let outcome) = task else { return nil }
    return { outcome.beyond($0, $1) }
  }

  /// Rule evaluations so far, and those that the interpreter has done because the columns could not.
  public var counts: (evaluations: Int, interpretations: Int) {
    batches.reduce((0, 0)) { ($0.0 + ($1?.evaluations ?? 0), $0.1 + ($1?.interpretations ?? 0)) }
  }

  /// Reads every line of a chunk.
  func run(_ chunk: LineChunk) -> BatchOutput {
    self.chunk = chunk
    output = BatchOutput(awards: plan.evaluator.pack.awards.count, chunk.lines)
    chunk.lines.clear()
    output.reserve(lastCount)
    if case .population(_, let state) = task { output.state = state }
    output.firstOrdinal = sourcePlace << 48 | chunk.number << 24
    for batch in batches {
      batch?.storage.state.pointee.base = chunk.place
      batch?.storage.clear()
    }
    var place = chunk.place
    let end = place + chunk.count
    var line = 0
    while pass(&place, end, &line) { read(&place, end, &line) }
    flush()
    output.lineFeeds = chunk.origins == nil ? line : 0
    lastCount = output.sound.count
    self.chunk = nil
    return output
  }

  /// Reads records into rows for as long as they are of one type, or else one as a tree.
  private func read(_ place: inout Place, _ end: Place, _ line: inout Int) {
    if let type = expectedType(place), let batch = batches[type] {
      let ending = rows(type, batch, &place, end, &line)
      if batch.storage.rows == Self.rowLimit || items.count >= Self.itemLimit { flush() }
      guard case .doubt = ending else { return }
    }
    guard let chunk else { return }
    let start = place
    while place < end, place.pointee != UInt8(ascii: "\n") { place += 1 }
    tree(start - chunk.place..<place - chunk.place, line)
    if items.count >= Self.itemLimit { flush() }
  }

  /// Judges the rows that have been read, and does with every record of the batch what the task wants.
  private func flush() {
    // Taken out for as long as it is written to, so that nothing asks whether it may.
    var output = BatchOutput(awards: 0, self.output.lines)
    swap(&output, &self.output)
    for (type, batch) in batches.enumerated() {
      guard let batch, batch.storage.rows > 0 else { continue }
      switch task {
      case .relations: break
      // What is only there for other records to look at is judged by no rule.
      case _ where batch.program.isPassive: break
      case .population:
        if asks(type) { batch.run { self.lookUp(type, $0) } }
      case .verdicts:
        batch.run { self.lookUp(type, $0) }
        setApart(batch)
        count(batch, &output)
      case .settled:
        batch.run({ self.lookUp(type, $0) }, beyond: beyond)
        setApart(batch)
        count(batch, &output)
      }
    }
    take(items, &output)
    items.removeAll(keepingCapacity: true)
    trees.removeAll(keepingCapacity: true)
    for (type, batch) in batches.enumerated() where batch?.storage.rows ?? 0 > 0 {
      batch?.storage.clear()
      if !found[type].isEmpty { found[type].removeAll(keepingCapacity: true) }
    }
    swap(&output, &self.output)
  }
  /// Leaves rows of records that are judged elsewhere.
  private func setApart(_ batch: BatchEvaluator) {
    guard !plan.apart.isEmpty else { return }
    for row in 0..<batch.storage.rows where plan.leavesApart(batch.keyLine(row)) { batch.refused.setBit(row) }
  }
}
