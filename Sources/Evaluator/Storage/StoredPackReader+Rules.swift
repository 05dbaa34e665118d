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
      period: try node.span("period"), check: try check(try node.member("check"), on),
      points: try points(node["points"], on))
  }

  private func points(_ node: JSONNode?, _ on: Text) throws(StoredPackError) -> Points? {
    guard let node else { return nil }
    return Points(
      satisfied: try optional(node, "satisfied", on), violated: try optional(node, "violated", on))
  }

  private func check(_ node: JSONNode, _ on: Text) throws(StoredPackError) -> Check {
    let bounds = try bounds(node, "limit", on)
    var titles: [ItemTitle] = []
    if let items = node["itemTitles"] {
      for item in items.elements {
        titles.append(ItemTitle(try item.text("name"), try item.member("title").localized()))
      }
    }
    return Check(
      applies: try optional(node, "when", on, .bool),
      requires: try formula(node.member("requires"), on, .bool),
      due: try optional(node, "due", on, .date), measured: try optional(node, "measured", on),
      limit: bounds.isEmpty ? nil : Limit(bounds: bounds), distance: try optional(node, "distance", on),
      failingItems: try optional(node, "failingItems", on), itemEnum: node["itemEnum"]?.text,
      itemTitles: titles, exceeds: try optional(node, "exceeds", on, .bool), unit: node["unit"]?.text,
      isFixed: node.flag("fixed", default: false),
      messages: try messages(node))
  }

  func bounds(_ node: JSONNode, _ name: StaticString, _ on: Text) throws(StoredPackError) -> [Limit.Bound] {
    var bounds: [Limit.Bound] = []
    for bound in try node.member(name).elements {
      bounds.append(
        Limit.Bound(name: try bound.text("name"), value: try formula(bound.member("value"), on)))
    }
    return bounds
  }

  func messages(_ node: JSONNode) throws(StoredPackError) -> Messages {
    var found: [MessageTemplate] = []
    for place in try node.member("messages").elements {
      found.append(templates[try self.place(place, templates.count)])
    }
    guard found.count == 5 else { throw node.failure("messages") }
    return Messages(
      satisfied: found[0], violated: found[1], undetermined: found[2], notYetDue: found[3], failed: found[4])
  }

  func readTemplates(_ root: JSONNode) throws(StoredPackError) -> [MessageTemplate] {
    var templates: [MessageTemplate] = []
    for node in try root.member("messages").elements {
      let text = try node.member("text").localized()
      templates.append(MessageTemplate(try node.text("id"), vi: text.vi, en: text.en))
    }
    return templates
  }

  func optional(
    _ node: JSONNode, _ name: StaticString, _ on: Text, _ type: CELType? = nil
  ) throws(StoredPackError) -> Formula? {
    guard let text = node[name] else { return nil }
    return try formula(text, on, type)
  }

  func formula(
    _ node: JSONNode, _ on: Text, _ type: CELType? = nil
  ) throws(StoredPackError) -> Formula {
    guard let text = node.text ?? node["text"]?.text, let environment = environments[on] else {
      throw node.failure("on")
    }
    if isTrusted {
      var reads = StoredReads()
      if node.kind == .object {
        if node["variables"] != nil { reads.variables = try node.texts("variables") }
        if node["related"] != nil { reads.relatedFields = try node.texts("related") }
      }
      let program = formulas.recall(text, expecting: type, in: environment, sharing: nodes[on])
      return Formula(text: text, program: program, reading: reads)
    }
    let (program, diagnostics) = environment.compile(text, expecting: type, sharing: nodes[on])
    guard let program else { throw .expression(text, diagnostics, node.position) }
    return Formula(text: text, program: program)
  }
}
