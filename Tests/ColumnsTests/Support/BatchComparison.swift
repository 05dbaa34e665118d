import CEL
import Evaluator
import JSON
import Testing

@testable import Columns

/// Runs records through columns and through the interpreter, and compares what each rule and award says.
struct BatchComparison {
  private let program: TypeProgram
  private let evaluator: PackEvaluator
  private let conditions: [RuleGenerator.Condition]
  private let batch: BatchEvaluator

  init(_ program: TypeProgram, _ evaluator: PackEvaluator, _ conditions: [RuleGenerator.Condition]) {
    self.program = program
    self.evaluator = evaluator
    self.conditions = conditions
    batch = BatchEvaluator(program, evaluator, rowLimit: 64)
  }

  func run(_ records: [RecordGenerator.Record], _ seed: UInt64, _ grid: inout Grid) throws {
    let chunk = LineChunk(capacity: records.reduce(0) { $0 + $1.text.utf8.count + 1 })
    var starts: [Int] = []
    for record in records {
      starts.append(chunk.count)
      for byte in record.text.utf8 + [0x0A] {
        chunk.memory[chunk.count] = byte
        chunk.count += 1
      }
    }
    chunk.seal()
    batch.storage.state.pointee.base = chunk.place
    var rows: [Int] = []
    for (place, record) in records.enumerated() {
      let bound = bind(record)
      if batch.storage.read(chunk.place + starts[place]) != nil {
        #expect(bound != nil, "seed \(seed): accepted \(record.text)")
        rows.append(place)
      } else if bound == nil {
        for condition in conditions where condition.fields.contains(where: { record.states[$0] == .wrong }) {
          grid.add(condition.operation, 3)
        }
      }
    }
    batch.run { row in bind(records[rows[row]]) }
    for (row, place) in rows.enumerated() { try compare(records[place], row, seed, &grid) }
  }

  private func bind(_ record: RecordGenerator.Record) -> RecordValue? {
    guard let document = try? JSONDocument.parse(Array(record.text.utf8)) else { return nil }
    return RecordBinder(schema: SampleModel.schema, asOf: evaluator.asOf)
      .bind(document.root, as: SampleModel.unit, ignoring: ["type", "$schema"]).record
  }

  private func compare(
    _ record: RecordGenerator.Record, _ row: Int, _ seed: UInt64, _ grid: inout Grid
  ) throws {
    let value = try #require(bind(record))
    guard case .judged(let result) = evaluator.evaluate(value) else {
      #expect(batch.refused.bit(row), "seed \(seed): judged \(record.text)")
      return
    }
    #expect(!batch.refused.bit(row), "seed \(seed): refused \(record.text)")
    for finding in result.findings {
      let found = Outcome.allCases.filter { batch.masks[finding.rule][$0].bit(row) }
      let rule = evaluator.pack.rules[finding.rule]
      #expect(
        found == [finding.outcome],
        "seed \(seed), \(conditions[finding.rule].text), when \(rule.check.applies?.text ?? "-"): \(record.text)"
      )
      grid.add(conditions[finding.rule].operation, state(conditions[finding.rule], record, finding))
    }
    for (place, award) in program.awards.enumerated() {
      let verdict = try #require(result.verdicts.first { $0.award == award.award })
      let code = UInt8(verdict.standing.rawValue) | (verdict.isUnverified ? 8 : 0)
      #expect(batch.standings(place)[row] == code, "seed \(seed), award \(place): \(record.text)")
    }
    let counts = [Outcome.violated, .undetermined].map { outcome in
      result.findings.count { $0.outcome == outcome }
    }
    #expect([Int(batch.violated[row]), Int(batch.undetermined[row])] == counts)
    try compareTexts(result, value, row, "seed \(seed): \(record.text)")
  }

  /// What is written where violations are asked for: what was measured, and the grounds of every verdict.
  private func compareTexts(_ wanted: RecordResult, _ value: RecordValue, _ row: Int, _ about: String) throws
  {
    var findings = RowFindings(batch, row, lookUp: { _ in value }, beyond: nil)
    // A condition of an award that columns cannot tell leaves all of the record to the interpreter.
    guard let found = findings?.result() else { return }
    let violated = wanted.findings.filter { $0.outcome == .violated }
    #expect(found.findings.map { "\($0)" } == violated.map { "\($0)" }, "\(about)")
    #expect(found.verdicts.map { "\($0)" } == wanted.verdicts.map { "\($0)" }, "\(about)")
    #expect(found.lawDate == wanted.lawDate)
  }

  private func state(
    _ condition: RuleGenerator.Condition, _ record: RecordGenerator.Record, _ finding: Finding
  ) -> Int {
    if finding.error != nil { return 4 }
    let states = condition.fields.compactMap { record.states[$0] }
    if states.contains(.missing) { return 1 }
    return states.contains(.null) ? 2 : 0
  }
}
