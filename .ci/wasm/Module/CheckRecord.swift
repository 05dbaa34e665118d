import CEL
import Evaluator
import JSON
import Populations

/// Entry `check`: `{"pack": stored pack, "type": …, "asOf": …, "record": {…}}` to the outcomes of its rules and awards, with
/// their Vietnamese texts, where no other record is submitted.
func checkRecord(_ text: [UInt8]) -> [UInt8] {
  var writer = JSONWriter()
  writer.beginObject()
  if let problem = check(text, &writer) {
    writer.key("error")
    writer.string(problem)
  }
  writer.endObject()
  return writer.takeBytes()
}

/// Writes the answer; what is wrong with the question otherwise.
private func check(_ text: [UInt8], _ writer: inout JSONWriter) -> Text? {
  guard let root = try? JSONDocument.parse(text).root, let stored = root["pack"], let record = root["record"]
  else { return "no JSON object with pack and record" }
  guard let pack = try? CompiledPack(stored: Array(stored.source)) else { return "no stored pack" }
  guard let day = root["asOf"]?.text, let asOf = try? CivilDate(day) else { return "no day asOf" }
  guard let type = pack.recordTypes.first(where: { root["type"]?.isString($0.name) ?? false }) else {
    return "no such type"
  }
  let bound = RecordBinder(schema: pack.schema, asOf: asOf).bind(record, as: type, ignoring: ["type"])
  guard let value = bound.record else { return "record out of shape: " + (bound.defects.first?.path ?? "") }
  var index = RelationIndex(pack)
  index.add(value)
  guard case .judged(let result) = PackEvaluator(pack, asOf: asOf).evaluateAlone(index.joined(value)) else {
    return "no rule in force"
  }
  write(result, pack, &writer)
  return nil
}

private func write(_ result: RecordResult, _ pack: CompiledPack, _ writer: inout JSONWriter) {
  let messages = MessageRenderer(pack, .vi)
  writer.key("findings")
  writer.beginArray()
  for finding in result.findings {
    writer.beginObject()
    writer.key("rule")
    writer.string(pack.rules[finding.rule].id)
    writer.key("outcome")
    writer.string(finding.outcome.name)
    writer.key("text")
    writer.string(messages.text(finding))
    writer.endObject()
  }
  writer.endArray()
  writer.key("verdicts")
  writer.beginArray()
  for verdict in result.verdicts {
    writer.beginObject()
    writer.key("award")
    writer.string(pack.awards[verdict.award].id)
    writer.key("verdict")
    writer.string(verdict.standing.name)
    writer.endObject()
  }
  writer.endArray()
}
