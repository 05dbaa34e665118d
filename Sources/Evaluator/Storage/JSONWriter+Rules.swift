import CEL
import JSON

extension JSONWriter {
  mutating func rule(_ rule: CompiledRule) {
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
    check(rule.check)
    if let points = rule.points {
      key("points")
      beginObject()
      member("satisfied", ifPresent: points.satisfied)
      member("violated", ifPresent: points.violated)
      endObject()
    }
  }

  private mutating func check(_ check: Check) {
    beginObject()
    member("when", ifPresent: check.applies)
    member("requires", check.requires)
    member("due", ifPresent: check.due)
    member("measured", ifPresent: check.measured)
    limit("limit", check.limit?.bounds ?? [])
    member("distance", ifPresent: check.distance)
    member("failingItems", ifPresent: check.failingItems)
    member("itemEnum", ifPresent: check.itemEnum)
    members("itemTitles", check.itemTitles) { writer, item in
      writer.member("name", item.name)
      writer.member("title", item.title)
    }
    member("exceeds", ifPresent: check.exceeds)
    member("unit", ifPresent: check.unit)
    if check.isFixed { member("fixed", bool: true) }
    messages(check.messages)
    endObject()
  }

  mutating func limit(_ key: Text, _ bounds: [Limit.Bound]) {
    members(key, bounds) { writer, bound in
      writer.member("name", bound.name)
      writer.member("value", bound.value)
    }
  }

  mutating func messages(_ messages: Messages) {
    key("messages")
    beginObject()
    template("satisfied", messages.satisfied)
    template("violated", messages.violated)
    template("undetermined", messages.undetermined)
    template("notYetDue", messages.notYetDue)
    if messages.failed != .failed { template("failed", messages.failed) }
    endObject()
  }

  private mutating func template(_ key: Text, _ template: MessageTemplate) {
    self.key(key)
    beginObject()
    member("id", template.id)
    member("text", template.text)
    endObject()
  }
}
