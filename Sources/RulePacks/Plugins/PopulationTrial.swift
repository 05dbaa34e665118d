import CEL
import Evaluator
import JSON
import Populations

/// Runs an example of a population kind through the whole way from files to the finding on its group.
public struct PopulationTrial: Sendable {
  public let example: PopulationExample
  /// A pack whose only rule is the example's.
  public let pack: CompiledPack
  /// The records of the example, in order as written.
  public let records: [RecordValue]

  public init(_ example: PopulationExample, registry: KindRegistry) throws(ExampleTrial.Failure) {
    self.example = example
    let files = try ExampleTrial.files(fields: example.fields, rule: example.rule, model: example.model)
    let loading = PackLoader(registry: registry).load(manifest: "example/pack.json", from: files)
    guard let pack = loading.pack else { throw .defects(loading.defects) }
    self.pack = pack
    guard let document = try? JSONDocument.parse(example.records.utf8) else {
      throw .malformed(example.records)
    }
    let binder = RecordBinder(schema: pack.schema, asOf: nil)
    var records: [RecordValue] = []
    for node in document.root.elements {
      let name = node["type"]?.text ?? "example"
      guard let type = pack.schema.recordTypes[name],
        let record = binder.bind(node, as: type, ignoring: ["type"]).record
      else { throw .malformed(example.records) }
      records.append(record)
    }
    self.records = records
  }

  /// What comes of records, judged apart in parts that are merged.
  ///
  /// - Parameter parts: each in any order.
  public func finding(on parts: [[RecordValue]]) -> GroupFinding? {
    guard let asOf = try? CivilDate("2021-12-31") else { return nil }
    let evaluator = PackEvaluator(pack, asOf: asOf)
    var whole = PopulationState(evaluator)
    for _ in 0..<example.rejected { whole.addRejected(type: "example", key: nil) }
    var ordinal = 0
    for part in parts {
      var state = PopulationState(evaluator)
      for record in part {
        ordinal += 1
        guard case .judged(let result) = evaluator.evaluate(record) else { return nil }
        let key = record.type.slot(of: "id").flatMap { record.slots[$0]?.keyText } ?? ""
        state.add(result, key: key, ordinal: ordinal)
      }
      whole.merge(state)
    }
    return whole.decided().groups.first
  }

  /// What a finding has other than the example expects, one line each.
  public func differences(in finding: GroupFinding?) -> [Text] {
    guard let finding else { return ["there is no group"] }
    let values = ValueText(.en)
    var differences = ExampleTrial.DifferenceList()
    differences.compare("outcome", finding.outcome.name, example.expected.outcome.name)
    if let measured = example.expected.measured {
      differences.compare("measured", finding.measured.map(ValueText.plain) ?? "", measured)
    }
    if let members = example.expected.members {
      differences.compare("members", values.join(finding.members.keys), values.join(members))
    }
    return differences.lines
  }
}
