import CEL
import Evaluator
import JSON
import Populations
import Reports
import RulePacks
import Testing

/// A small pack, and reports on what records decide together.
struct PopulationReport {
  static let title = "\"title\": { \"vi\": \"T\", \"en\": \"T\" }"

  private let evaluator: PackEvaluator
  private let day: CivilDate

  /// - Parameter model: of the only file of the pack.
  init(_ model: String) throws {
    let manifest = """
      { "pack": "p", "version": "1", \(Self.title), "period": { "before": "2025-01-01" },
        "include": ["all.json"] }
      """
    let files = MemoryFiles(["p/pack.json": Array(manifest.utf8), "p/all.json": Array(model.utf8)])
    day = try CivilDate("2024-12-20")
    evaluator = PackEvaluator(
      try #require(PackLoader().load(manifest: "p/pack.json", from: files).pack), asOf: day)
  }

  struct Lost {
    var type: Text?
    var endsSource = false
  }

  private func state(_ records: [(type: Text, json: String)], _ lost: [Lost]) throws -> PopulationState {
    var state = PopulationState(evaluator)
    let binder = RecordBinder(schema: evaluator.pack.schema, asOf: nil)
    for (place, record) in records.enumerated() {
      let type = try #require(evaluator.pack.recordTypes.first { $0.name == record.type })
      let document = try JSONDocument.parse(Array(record.json.utf8))
      let bound = try #require(binder.bind(document.root, as: type).record)
      let key = Text("r\(place)")
      switch evaluator.evaluate(bound) {
      case .judged(let result): state.add(result, key: key, ordinal: place)
      case .refused: state.addRejected(type: type.name, key: key)
      }
    }
    for lost in lost { state.addRejected(type: lost.type, key: nil, endsSource: lost.endsSource) }
    return state
  }

  /// - Parameter records: named `r0`, `r1`, … in reports.
  func written(
    _ makeWriter: (ReportHeader, ReportOptions) -> any ReportWriter, _ records: [(type: Text, json: String)],
    lost: [Lost] = [], _ language: Language = .en
  ) throws -> String {
    let outcome = try state(records, lost).decided()
    var writer = makeWriter(
      ReportHeader(evaluator.pack, asOf: day, toolVersion: "0.0.0"), ReportOptions(language: language))
    var output: [UInt8] = []
    writer.begin(into: &output)
    for group in outcome.groups { writer.group(group, into: &output) }
    for roster in outcome.rosters { writer.roster(roster, into: &output) }
    writer.end(ReportSummary(evaluator.pack), into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
