import CEL
import Evaluator
import JSON

/// Runs an example of a kind through the whole way from files to finding.
///
///     let trial = try ExampleTrial(example, registry: registry)
///     trial.differences(in: trial.finding(on: trial.record))       // []
public struct ExampleTrial: Sendable {
  public let example: KindExample
  /// A pack whose only rule is the example's.
  public let pack: CompiledPack
  /// The example's record with its key, and with a text that no rule reads.
  public let record: JSONValue

  /// Why an example can't be run.
  public enum Failure: Error {
    /// A text of the example is no JSON object.
    case malformed(Text)
    case defects([PackDefect])
  }

  public init(_ example: KindExample, registry: KindRegistry) throws(Failure) {
    self.example = example
    var record = try Self.members(example.record)
    record += [JSONValue.Member("id", .string("example")), JSONValue.Member("remark", .string("unread"))]
    self.record = .object(record)
    let files = try Self.files(fields: example.fields, rule: example.rule, model: example.model)
    let loading = PackLoader(registry: registry).load(manifest: "example/pack.json", from: files)
    guard let pack = loading.pack else { throw .defects(loading.defects) }
    self.pack = pack
  }

  /// What comes of a record of the example's type; nil where the record is refused.
  public func finding(on record: JSONValue) -> Finding? {
    var writer = JSONWriter()
    writer.value(record)
    guard let asOf = try? CivilDate(example.asOf), let type = pack.recordTypes.first,
      let document = try? JSONDocument.parse(writer.takeBytes()),
      let bound = RecordBinder(schema: pack.schema, asOf: asOf).bind(document.root, as: type).record,
      case .judged(let result) = PackEvaluator(pack, asOf: asOf).evaluate(bound)
    else { return nil }
    return result.findings.first
  }

  /// What a finding has other than the example expects, one line each.
  public func differences(in finding: Finding?) -> [Text] {
    guard let finding else { return ["the record is refused"] }
    let values = ValueText(.en)
    let expected = example.expected
    var differences = DifferenceList()
    differences.compare("outcome", finding.outcome.name, expected.outcome.name)
    if let measured = expected.measured {
      differences.compare("measured", finding.measured.map(ValueText.plain) ?? "", measured)
    }
    if let distance = expected.distance {
      differences.compare("distance", finding.distance.map(ValueText.plain) ?? "", distance)
    }
    if let missing = expected.missing {
      differences.compare("missing", values.join(finding.missing), values.join(missing))
    }
    if let items = expected.failingItems {
      differences.compare("failingItems", values.join(finding.failingItems), values.join(items))
    }
    differences.compare(
      "exceeded", finding.isExceeded ? "true" : "false", expected.isExceeded ? "true" : "false")
    return differences.lines
  }

  struct DifferenceList {
    var lines: [Text] = []
    mutating func compare(_ name: Text, _ found: Text, _ expected: Text) {
      if found != expected { lines.append(name + ": expected " + expected + ", found " + found) }
    }
  }
}

extension ExampleTrial {
  /// A pack of one record type and one rule.
  static func files(fields own: Text, rule: Text, model: Text?) throws(Failure) -> MemoryFiles {
    let text = JSONValue.object([.init("vi", .string("Ví dụ")), .init("en", .string("Example"))])
    let scalar = JSONValue.object([.init("type", .string("string"))])
    let fields = [JSONValue.Member("id", scalar), .init("remark", scalar)] + (try members(own))
    let recordType = JSONValue.object([
      .init("recordType", .string("example")), .init("key", .array([.string("id")])), .init("title", text),
      .init("fields", .object(fields)),
    ])
    let head = [
      JSONValue.Member("id", .string("example")), .init("on", .string("example")), .init("title", text),
    ]
    let ruleMembers = head + (try members(rule))
    let manifest = JSONValue.object([
      .init("pack", .string("example")), .init("version", .string("1")), .init("title", text),
      .init("period", .object([.init("before", .string("2022-01-01"))])),
      .init("include", .array(["record.json", "model.json", "rule.json"].map { JSONValue.string($0) })),
    ])
    return MemoryFiles([
      "example/pack.json": bytes(manifest), "example/record.json": bytes(recordType),
      "example/model.json": bytes(.object(try members(model ?? "{}"))),
      "example/rule.json": bytes(.object([.init("rules", .array([.object(ruleMembers)]))])),
    ])
  }

  private static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return writer.takeBytes()
  }

  private static func members(_ text: Text) throws(Failure) -> [JSONValue.Member] {
    guard let document = try? JSONDocument.parse(text.utf8), case .object(let members) = document.root.value
    else { throw .malformed(text) }
    return members
  }
}
