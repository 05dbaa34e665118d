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
  }

  private mutating func check(_ check: Check) {
    beginObject()
    member("when", ifPresent: check.applies)
    member("requires", check.requires.text)
    member("due", ifPresent: check.due)
    member("measured", ifPresent: check.measured)
    members("limit", check.limit?.bounds ?? []) { writer, bound in
      writer.member("name", bound.name)
      writer.member("value", bound.value.text)
    }
    member("distance", ifPresent: check.distance)
    member("failingItems", ifPresent: check.failingItems)
    member("itemEnum", ifPresent: check.itemEnum)
    member("exceeds", ifPresent: check.exceeds)
    member("unit", ifPresent: check.unit)
    if check.isFixed { member("fixed", bool: true) }
    key("messages")
    beginObject()
    template("satisfied", check.messages.satisfied)
    template("violated", check.messages.violated)
    template("undetermined", check.messages.undetermined)
    template("notYetDue", check.messages.notYetDue)
    endObject()
    endObject()
  }

  private mutating func template(_ key: Text, _ template: MessageTemplate) {
    self.key(key)
    beginObject()
    member("id", template.id)
    member("text", template.text)
    endObject()
  }

  mutating func award(_ award: CompiledAward) {
    member("id", award.id)
    member("on", award.on)
    member("title", award.title)
    key("cites")
    texts(award.cites)
    if award.isUnverified { member("unverified", bool: true) }
    member("when", ifPresent: award.applies)
    key("requires")
    criterion(award.requires)
  }

  /// Rules by their place; the pack's own order is part of the stored form.
  private mutating func criterion(_ criterion: Criterion) {
    switch criterion {
    case .rule(let rule): int(Int64(rule))
    case .all(let members): group("all", members)
    case .any(let members): group("any", members)
    case .atLeast(let count, let members):
      beginObject()
      member("atLeast", int: Int64(count))
      key("of")
      criteria(members)
      endObject()
    case .every(let selection, let rules):
      beginObject()
      key("every")
      beginObject()
      member("severity", ifPresent: selection.severity?.name)
      endObject()
      key("rules")
      beginArray()
      for rule in rules { int(Int64(rule)) }
      endArray()
      endObject()
    }
  }

  private mutating func group(_ name: Text, _ members: [Criterion]) {
    beginObject()
    key(name)
    criteria(members)
    endObject()
  }

  private mutating func criteria(_ members: [Criterion]) {
    beginArray()
    for member in members { criterion(member) }
    endArray()
  }
}
