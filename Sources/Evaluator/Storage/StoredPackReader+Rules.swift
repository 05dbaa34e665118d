import CEL
import JSON

extension StoredPackReader {
  func rule(_ node: JSONNode) throws(StoredPackError) -> CompiledRule {
    let on = try node.text("on")
    guard let severity = Severity(try node.text("severity")) else { throw node.failure("severity") }
    guard let whenMissing = Outcome(try node.text("whenMissing")) else { throw node.failure("whenMissing") }
    return CompiledRule(
      id: try node.text("id"), kind: try node.text("kind"), on: on,
      title: try node.member("title").localized(), cites: try node.texts("cites"), severity: severity,
      isUnverified: node.flag("unverified", default: false), whenMissing: whenMissing,
      period: try node.span("period"), check: try check(try node.member("check"), on))
  }

  private func check(_ node: JSONNode, _ on: Text) throws(StoredPackError) -> Check {
    let messages = try node.member("messages")
    var bounds: [Limit.Bound] = []
    for bound in try node.member("limit").elements {
      bounds.append(
        Limit.Bound(name: try bound.text("name"), value: try formula(bound.member("value"), on)))
    }
    return Check(
      applies: try optional(node, "when", on, .bool),
      requires: try formula(node.member("requires"), on, .bool),
      due: try optional(node, "due", on, .date), measured: try optional(node, "measured", on),
      limit: bounds.isEmpty ? nil : Limit(bounds: bounds), distance: try optional(node, "distance", on),
      failingItems: try optional(node, "failingItems", on), itemEnum: node["itemEnum"]?.text,
      exceeds: try optional(node, "exceeds", on, .bool), unit: node["unit"]?.text,
      isFixed: node.flag("fixed", default: false),
      messages: Messages(
        satisfied: try template(messages, "satisfied"), violated: try template(messages, "violated"),
        undetermined: try template(messages, "undetermined"),
        notYetDue: try template(messages, "notYetDue")))
  }

  private func template(_ node: JSONNode, _ name: Text) throws(StoredPackError) -> MessageTemplate {
    let template = try node.member(name)
    let text = try template.member("text").localized()
    return MessageTemplate(try template.text("id"), vi: text.vi, en: text.en)
  }

  private func optional(
    _ node: JSONNode, _ name: Text, _ on: Text, _ type: CELType? = nil
  ) throws(StoredPackError) -> Formula? {
    guard let text = node[name] else { return nil }
    return try formula(text, on, type)
  }

  func formula(
    _ node: JSONNode, _ on: Text, _ type: CELType? = nil
  ) throws(StoredPackError) -> Formula {
    guard let text = node.text, let environment = environments[on] else { throw node.failure("on") }
    let (program, diagnostics) = environment.compile(text, expecting: type)
    guard let program else { throw .expression(text, diagnostics, node.position) }
    return Formula(text: text, program: program)
  }

  func award(_ node: JSONNode, ruleCount: Int) throws(StoredPackError) -> CompiledAward {
    let on = try node.text("on")
    return CompiledAward(
      id: try node.text("id"), on: on, title: try node.member("title").localized(),
      cites: try node.texts("cites"), isUnverified: node.flag("unverified", default: false),
      applies: try optional(node, "when", on, .bool),
      requires: try criterion(try node.member("requires"), ruleCount))
  }

  /// Depth is bounded by that of the JSON text.
  private func criterion(_ node: JSONNode, _ ruleCount: Int) throws(StoredPackError) -> Criterion {
    if node.kind == .number { return .rule(try place(node, ruleCount)) }
    if let members = node["all"] { return .all(try criteria(members, ruleCount)) }
    if let members = node["any"] { return .any(try criteria(members, ruleCount)) }
    if node["atLeast"] != nil {
      return .atLeast(try node.int("atLeast"), try criteria(try node.member("of"), ruleCount))
    }
    var rules: [Int] = []
    for rule in try node.member("rules").elements { rules.append(try place(rule, ruleCount)) }
    let severity = try node.member("every")["severity"]?.text.flatMap(Severity.init)
    return .every(Criterion.Selection(severity: severity), rules: rules)
  }

  private func criteria(_ node: JSONNode, _ ruleCount: Int) throws(StoredPackError) -> [Criterion] {
    var criteria: [Criterion] = []
    for member in node.elements { criteria.append(try criterion(member, ruleCount)) }
    return criteria
  }

  private func place(_ node: JSONNode, _ ruleCount: Int) throws(StoredPackError) -> Int {
    guard let place = node.int64.flatMap(Int.init(exactly:)), (0..<ruleCount).contains(place) else {
      throw node.failure("rule")
    }
    return place
  }
}
