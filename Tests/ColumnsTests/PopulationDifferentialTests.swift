import CEL
import Evaluator
import JSON
import Populations
import Records
import Testing

@testable import Columns

/// What columns make of records that lead to others, are counted together and compete is what the interpreter makes of
/// them: lines of verdicts, groups and rosters.
struct PopulationDifferentialTests {
  private let plan: ColumnPlan
  private let evaluator: PackEvaluator
  private let worker: ChunkWorker

  init() throws {
    evaluator = PackEvaluator(try #require(CrewWorld.pack()), asOf: CrewWorld.asOf)
    plan = ColumnPlan(evaluator, typeName: nil) { _, _ in false }
    worker = ChunkWorker(plan)
  }

  @Test func everyConditionHasColumns() {
    let rules = plan.outlines.flatMap(\.rules).filter { $0.id.utf8.first == UInt8(ascii: "c") }
    #expect(rules.count == CrewWorld.conditions.count)
    for rule in rules { #expect(rule.reason == nil, "\(rule.id)") }
  }

  @Test func columnsAgreeWithTheInterpreter() throws {
    var lines = 0
    for seed in 1...150 {
      var world = CrewWorld(seed: UInt64(seed))
      let records = world.lines()
      // Two chunks, whose states are merged.
      let half = records.count / 2
      try compare([Array(records[..<half]), Array(records[half...])], seed, &lines)
    }
    #expect(lines > 1_000)
    let (evaluations, interpretations) = worker.counts
    // Of the rules on visits columns tell a part, the interpreter the rest.
    #expect(interpretations * 8 < evaluations, "\(interpretations) of \(evaluations) interpreted")
  }

  private func compare(_ parts: [[String]], _ seed: Int, _ count: inout Int) throws {
    let decoder = RecordDecoder(evaluator.pack, typeName: nil, asOf: evaluator.asOf)
    let decoded = parts.flatMap { $0 }.map { decoder.decode(Array($0.utf8), in: .standardInput, line: 1) }
    var index = RelationIndex(evaluator.pack)
    for item in decoded {
      switch item {
      case .success(let located): index.add(located.record)
      case .failure(let rejection): index.addRejected(type: rejection.type, key: rejection.key?.values)
      }
    }
    let wanted = interpreted(decoded, index)
    let found = try columns(parts, decoder)
    #expect(Self.description(found.outcome) == Self.description(wanted.outcome), "seed \(seed)")
    #expect(found.lines.count == wanted.lines.count, "seed \(seed)")
    for (one, other) in zip(found.lines, wanted.lines) { #expect(one == other, "seed \(seed)") }
    count += wanted.lines.count
  }

  private struct Judged {
    let lines: [String]
    let outcome: PopulationOutcome
  }

  private func interpreted(_ decoded: [Result<LocatedRecord, Rejection>], _ index: RelationIndex) -> Judged {
    var state = PopulationState(evaluator)
    var results: [(LocatedRecord, RecordResult)] = []
    for (ordinal, item) in decoded.enumerated() {
      switch item {
      case .failure(let rejection): state.addRejected(type: rejection.type, key: rejection.key?.text)
      case .success(let located):
        guard case .judged(let result) = evaluator.evaluate(index.joined(located.record)) else { continue }
        state.add(result, key: located.key.text, ordinal: ordinal)
        results.append((located, result))
      }
    }
    let outcome = state.decided()
    let lines = results.compactMap { located, result -> String? in
      let key = located.key
      let settled = outcome.settled(result, key: key.text)
      guard !settled.findings.isEmpty || !settled.verdicts.isEmpty || !located.warnings.isEmpty else {
        return nil
      }
      let violated = settled.findings.count { $0.outcome == .violated }
      let undetermined = settled.findings.count { $0.outcome == .undetermined }
      let verdicts = settled.verdicts.map { verdict in
        let award = evaluator.pack.awards[verdict.award].id.string
        let confidence = verdict.isUnverified ? #","confidence":"unverified""# : ""
        return #"{"award":"\#(award)","verdict":"\#(verdict.standing.name.string)"\#(confidence)}"#
      }
      return #"{"record":"\#(key.text.string)","violated":\#(violated),"undetermined":\#(undetermined),"#
        + #""verdicts":[\#(verdicts.joined(separator: ","))]}"#
    }
    return Judged(lines: lines, outcome: outcome)
  }

  /// The passes of a run, chunk by chunk.
  private func columns(_ parts: [[String]], _ decoder: RecordDecoder) throws -> Judged {
    var index = RelationIndex(evaluator.pack)
    pass(.relations(index), parts, decoder) { output in
      for (_, record) in output.related { index.add(record) }
    } rejected: {
      index.addRejected(type: $0.type, key: $0.key?.values)
    }
    let empty = PopulationState(evaluator)
    var state = empty
    pass(.population(index, empty), parts, decoder) { output in
      if let part = output.state { state.merge(part) }
    } rejected: {
      state.addRejected(type: $0.type, key: $0.key?.text)
    }
    let outcome = state.decided()
    var lines: [String] = []
    pass(.settled(index, outcome), parts, decoder) { output in
      lines += String(decoding: output.lines.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    } rejected: { _ in
    }
    return Judged(lines: lines, outcome: outcome)
  }

  private func pass(
    _ task: ChunkTask, _ parts: [[String]], _ decoder: RecordDecoder, _ take: (BatchOutput) -> Void,
    rejected: (Rejection) -> Void
  ) {
    worker.begin(task, typeName: nil, source: 0)
    for (number, part) in parts.enumerated() {
      let bytes = Array(part.joined(separator: "\n").utf8)
      let chunk = LineChunk(capacity: max(1, bytes.count))
      for byte in bytes {
        chunk.memory[chunk.count] = byte
        chunk.count += 1
      }
      chunk.number = number
      chunk.seal()
      let output = worker.run(chunk)
      take(output)
      for item in output.rejected {
        let record = Array(bytes[item.span])
        if case .failure(let rejection) = decoder.decode(record, in: .standardInput, line: 1) {
          rejected(rejection)
        }
      }
    }
  }

  /// All that is told of groups and rosters.
  private static func description(_ outcome: PopulationOutcome) -> [String] {
    outcome.groups.map { "\($0.rule) \($0.group) \($0.outcome) \($0.members) \($0.missing)" }
      + outcome.rosters.map { roster in
        "\(roster.award) \(String(describing: roster.group)) \(roster.limits) \(roster.ineligible) "
          + roster.nominees.map {
            "\($0.key) \($0.status) \(String(describing: $0.rank)) \($0.isProvisional) \($0.dependsOn) "
              + "\(String(describing: $0.name)) \($0.because) \($0.missing) \(String(describing: $0.authority)) "
              + "\(String(describing: $0.supersededBy)) \(String(describing: $0.refusal)) \($0.isUnverified) "
              + "\(String(describing: $0.worstRank)) \(String(describing: $0.finding.map { "\($0)" }))"
          }.joined(separator: ", ")
      }
  }
}
