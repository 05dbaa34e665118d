import CEL
import JSON

extension JSONWriter {
  mutating func rule(_ rule: CompiledRule, _ templates: StoredTemplates) {
    member("id", rule.id)
    member("kind", rule.kind)
    member("on", rule.on)
    member("title", rule.title)
    key("cites")
    texts(rule.cites)
    member("severity", rule.severity.name)
    if rule.isUnverified { member("unverified", bool: true) }
    member("whenMissing", rule.whenMissing.name)
    member("period", rule.period)
    key("check")
    check(rule.check, templates)
    if let points = rule.points {
      key("points")
      beginObject()
      member("satisfied", ifPresent: points.satisfied)
      member("violated", ifPresent: points.violated)
      endObject()
    }
  }

  private mutating func check(_ check: Check, _ templates: StoredTemplates) {
    beginObject()
    member("when", ifPresent: check.applies)
    member("requires", check.requires)
    member("due", ifPresent: check.due)
    member("measured", ifPresent: check.measured)
    limit("limit", check.limit?.bounds ?? [])
    member("distance", ifPresent: check.distance)
    member("failingItems", ifPresent: check.failingItems)
    member("itemEnum", ifPresent: check.itemEnum)
    if !check.itemTitles.isEmpty {
      members("itemTitles", check.itemTitles) { writer, item in
        writer.member("name", item.name)
        writer.member("title", item.title)
      }
    }
    member("exceeds", ifPresent: check.exceeds)
    member("unit", ifPresent: check.unit)
    if check.isFixed { member("fixed", bool: true) }
    messages(check.messages, templates)
    endObject()
  }

  mutating func limit(_ key: Text, _ bounds: [Limit.Bound]) {
    members(key, bounds) { writer, bound in
      writer.member("name", bound.name)
      writer.member("value", bound.value)
    }
  }

  /// By place in the pack's list.
  mutating func messages(_ messages: Messages, _ templates: StoredTemplates) {
    key("messages")
    beginArray()
    for template in messages.templates { int(templates.place(of: template)) }
    endArray()
  }
}
