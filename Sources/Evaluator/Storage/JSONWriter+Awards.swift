import CEL
import JSON

extension JSONWriter {
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
    member("form", ifPresent: award.form)
    member("subject", ifPresent: award.subject)
    member("year", ifPresent: award.year)
    members("rankBy", award.rankBy) { writer, key in
      writer.member("value", key.value)
      writer.member("descending", bool: key.isDescending)
      if let title = key.title { writer.member("title", title) }
    }
    groupKeys("per", award.per)
    members("quotas", award.quotas) { $0.quota($1) }
    member("ties", award.ties.name)
    members("decidedBy", award.decidedBy) { writer, decision in
      writer.member("when", ifPresent: decision.applies)
      writer.member("authority", decision.authority)
    }
  }

  mutating func groupKeys(_ name: Text, _ keys: [GroupKey]) {
    members(name, keys) { writer, key in
      writer.member("name", key.name)
      writer.member("value", key.value)
    }
  }

  private mutating func quota(_ quota: Quota) {
    switch quota.size {
    case .number(let number): member("number", number)
    case .share(let share, let base):
      member("share", share)
      switch base {
      case .records(let formula): member("of", formula)
      case .awards(let places, let standing):
        key("awards")
        beginArray()
        for place in places { int(Int64(place)) }
        endArray()
        member("as", standing.name)
      }
    }
    groupKeys("per", quota.per)
    member("rounding", quota.rounding.name)
    if quota.isCeiling { member("ceiling", bool: true) }
    member("when", ifPresent: quota.applies)
    if let title = quota.title { member("title", title) }
    key("cites")
    texts(quota.cites)
  }

  /// Rules and awards by their place; the pack's own order is part of the stored form.
  private mutating func criterion(_ criterion: Criterion) {
    switch criterion {
    case .rule(let rule): int(Int64(rule))
    case .population(let rule):
      beginObject()
      member("population", int: Int64(rule))
      endObject()
    case .award(let award, let claim):
      beginObject()
      member("award", int: Int64(award))
      member("as", claim.name)
      endObject()
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
