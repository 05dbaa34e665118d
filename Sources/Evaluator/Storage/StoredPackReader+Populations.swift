import CEL
import JSON

extension StoredPackReader {
  func populationRule(_ node: JSONNode) throws(StoredPackError) -> CompiledPopulationRule {
    let on = try node.text("on")
    guard let severity = Severity(try node.text("severity")) else { throw node.failure("severity") }
    let check = try node.member("check")
    return CompiledPopulationRule(
      id: try node.text("id"), kind: try node.text("kind"), on: on, group: node["group"]?.text,
      title: try node.member("title").localized(), cites: try node.texts("cites"), severity: severity,
      isUnverified: node.flag("unverified", default: false), period: try node.span("period"),
      check: PopulationCheck(
        filter: try optional(check, "when", on, .bool), groupBy: try groupKeys(check, "per", on),
        aggregation: try aggregation(check, on),
        requires: Limit(bounds: try bounds(check, "requires", "")), unit: check["unit"]?.text,
        messages: try messages(check)))
  }

  private func aggregation(_ node: JSONNode, _ on: Text) throws(StoredPackError) -> Aggregation {
    switch try node.text("aggregate") {
    case "share":
      var places: Aggregation.Places?
      if node["places"] != nil {
        guard let mode = RoundingMode(try node.text("rounding")) else { throw node.failure("rounding") }
        places = Aggregation.Places(count: try node.int("places"), mode: mode)
      }
      return .share(
        counted: try formula(try node.member("where"), on, .bool), base: try optional(node, "of", on, .bool),
        places: places)
    case "value": return .value(try function(node), try optional(node, "value", on))
    case "trend":
      return .trend(
        Aggregation.Trend(
          function: try function(node), value: try optional(node, "value", on),
          by: try formula(try node.member("by"), on), current: try formula(try node.member("current"), ""),
          isPercent: node.flag("percent", default: true)))
    case "unique":
      var keys: [Formula] = []
      for key in try node.member("by").elements { keys.append(try formula(key, on)) }
      return .unique(keys)
    case "partition":
      return .partition(
        members: try formula(try node.member("members"), on), covers: try node.text("covers"))
    default: throw node.failure("aggregate")
    }
  }

  private func function(_ node: JSONNode) throws(StoredPackError) -> AggregateFunction {
    guard let function = AggregateFunction(try node.text("function")) else { throw node.failure("function") }
    return function
  }

  func scoreSignatures(_ root: JSONNode) throws(StoredPackError) -> [ScoreSignature] {
    var signatures: [ScoreSignature] = []
    for node in try root.member("scores").elements {
      signatures.append(ScoreSignature(name: try node.text("name"), on: try node.text("on")))
    }
    return signatures
  }

  func score(_ node: JSONNode, ruleCount: Int) throws(StoredPackError) -> CompiledScore {
    let on = try node.text("on")
    var parts: [CompiledScore.Part] = []
    for part in try node.member("parts").elements {
      let content: CompiledScore.Content
      if let rules = part["rules"] {
        content = .rules(try places(rules, ruleCount))
      } else {
        content = .value(try formula(try part.member("value"), on))
      }
      parts.append(
        CompiledScore.Part(
          content: content, weight: try optional(part, "weight", on), range: try range(part, on)))
    }
    return CompiledScore(
      name: try node.text("name"), on: on, title: try node.member("title").localized(), parts: parts,
      range: try range(node, on))
  }

  private func range(_ node: JSONNode, _ on: Text) throws(StoredPackError) -> CompiledScore.Range {
    CompiledScore.Range(
      atLeast: try optional(node, "atLeast", on), atMost: try optional(node, "atMost", on))
  }

  func register(_ root: JSONNode) throws(StoredPackError) -> Register? {
    guard let node = root["register"] else { return nil }
    return Register(
      recordType: try node.text("recordType"), award: try node.text("award"),
      subject: try node.text("subject"), year: try node.text("year"))
  }
}
