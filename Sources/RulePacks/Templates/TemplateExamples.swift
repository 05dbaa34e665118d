import CEL
import Evaluator
import JSON

/// The examples of a template, ready to run alone: each brings the templates that it needs.
struct TemplateExamples {
  let examples: [KindExample]

  /// - Parameter basis: the templates that it rests on, itself last.
  init(_ template: JSONNode, basis: [JSONNode]) {
    let kind = template["kind"]?.text ?? ""
    var fields: JSONValue = .object([])
    var model: JSONValue = .object([])
    var examples: [KindExample] = []
    for node in template["examples"].map({ Array($0.elements) }) ?? [] {
      fields = node["fields"]?.value ?? fields
      model = node["model"]?.value ?? model
      guard let title = node["title"]?.localized, let rule = node["rule"]?.value,
        let record = node["record"]?.value
      else { continue }
      examples.append(
        KindExample(
          vi: title.vi, en: title.en, fields: Self.text(fields), model: Self.text(Self.model(model, basis)),
          rule: Self.text(Self.rule(rule, kind)), record: Self.text(record),
          asOf: node["asOf"]?.text ?? "2021-12-31",
          Self.expectation(node["expect"])))
    }
    self.examples = examples
  }

  private static func model(_ model: JSONValue, _ basis: [JSONNode]) -> JSONValue {
    guard case .object(let members) = model else { return model }
    return .object(members + [JSONValue.Member("kinds", .array(basis.map(\.value)))])
  }

  private static func rule(_ rule: JSONValue, _ kind: Text) -> JSONValue {
    guard case .object(let members) = rule else { return rule }
    return .object([JSONValue.Member("kind", .string(kind))] + members)
  }

  private static func text(_ value: JSONValue) -> Text {
    var writer = JSONWriter()
    writer.value(value)
    return Text(utf8: writer.takeBytes())
  }

  private static func expectation(_ node: JSONNode?) -> KindExample.Expectation {
    let outcome = node?.text ?? node?["outcome"]?.text
    var expectation = KindExample.Expectation(outcome: outcome.flatMap(Outcome.init) ?? .satisfied)
    expectation.measured = node?["measured"].map(scalar)
    expectation.distance = node?["distance"].map(scalar)
    expectation.missing = node?["missing"]?.texts
    expectation.failingItems = node?["failingItems"]?.texts
    expectation.isExceeded = node?["remark"]?.text == "exceeded"
    return expectation
  }

  private static func scalar(_ node: JSONNode) -> Text { node.text ?? Text(utf8: node.source) }
}
