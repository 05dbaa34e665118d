import CEL
import Evaluator
import JSON
import Populations

/// Groups and rosters of the JSON contract (DESIGN §10).
extension ResultContract {
  func group(_ group: GroupFinding, _ writer: inout JSONWriter) {
    let rule = header.pack.populationRules[group.rule]
    writer.member("rule", rule.id)
    name(rule.check.groupBy, group.group, group.names, &writer)
    writer.member("outcome", group.outcome.name)
    writer.member("severity", rule.severity.name)
    for (key, value) in [("measured", group.measured), ("least", group.least), ("most", group.most)]
      as [(Text, Value?)]
    {
      guard let value else { continue }
      writer.key(key)
      writer.value(value)
    }
    if !group.limit.isEmpty {
      writer.key("limit")
      writer.beginObject()
      for bound in group.limit {
        writer.key(bound.name)
        writer.value(bound.value)
      }
      writer.endObject()
    }
    if let unit = rule.check.unit { writer.member("unit", unit) }
    writer.member("members", group.members.keys)
    writer.member("memberCount", group.members.count)
    writer.member("missing", group.missing.keys)
    if group.rejected > 0 { writer.member("rejected", group.rejected) }
    if rule.isUnverified { writer.member("confidence", "unverified") }
    writer.member("cites", rule.cites)
    writer.key("message")
    writer.beginObject()
    writer.member("id", messages.template(group).id)
    writer.member("text", messages.text(group))
    writer.endObject()
  }

  func roster(_ roster: Roster, _ writer: inout JSONWriter) {
    let award = header.pack.awards[roster.award]
    writer.member("award", award.id)
    if let group = roster.group {
      name(award.per, group, roster.names, &writer)
    } else {
      writer.key("group")
      writer.null()
    }
    writer.key("quotas")
    writer.beginArray()
    for limit in roster.limits {
      writer.beginObject()
      writer.member("quota", limit.quota)
      if let title = award.quotas[limit.quota].title { writer.member("title", title[messages.language]) }
      writer.member("limit", limit.limit)
      if let most = limit.most { writer.member("most", most) }
      if award.quotas[limit.quota].isCeiling { writer.member("ceiling", true) }
      writer.endObject()
    }
    writer.endArray()
    writer.key("nominees")
    writer.beginArray()
    for nominee in roster.nominees {
      writer.beginObject()
      self.nominee(nominee, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.member("ineligible", roster.ineligible)
    lost(roster.lost, &writer)
  }

  private func lost(_ records: LostRecords, _ writer: inout JSONWriter) {
    if records.count > 0 { writer.member("rejected", records.count) }
    if records.isEndless { writer.member("unread", true) }
  }

  private func nominee(_ nominee: Nominee, _ writer: inout JSONWriter) {
    writer.member("record", nominee.key)
    if let name = nominee.name { writer.member("name", name) }
    if let rank = nominee.rank { writer.member("rank", rank) }
    if let worst = nominee.worstRank { writer.member("worstRank", worst) }
    writer.member("status", nominee.status.name)
    if let place = nominee.reservePlace { writer.member("place", place) }
    if nominee.status == .nominated || nominee.status == .reserve {
      writer.member("provisional", nominee.isProvisional)
    }
    if nominee.isProvisional {
      writer.member("dependsOn", nominee.dependsOn.keys)
      if nominee.dependsOn.count > nominee.dependsOn.keys.count {
        writer.member("dependsOnCount", nominee.dependsOn.count)
      }
      lost(nominee.lost, &writer)
    }
    if let refusal = nominee.refusal {
      writer.key("refused")
      writer.beginObject()
      writer.member("quota", refusal.quota)
      writer.member("limit", refusal.limit)
      writer.member("reason", refusal.reason.name)
      writer.endObject()
    }
    if let key = nominee.supersededBy { writer.member("supersededBy", key) }
    if nominee.status == .undetermined || nominee.status == .nearMiss {
      writer.member("because", header.pack.ids(of: nominee.because))
    }
    if nominee.status == .undetermined { writer.member("missing", nominee.missing) }
    if let finding = nominee.finding {
      for (key, value) in [("measured", finding.measured), ("distance", finding.distance)] as [(Text, Value?)]
      {
        guard let value else { continue }
        writer.key(key)
        writer.value(value)
      }
      if let unit = header.pack.rules[finding.rule].check.unit { writer.member("unit", unit) }
    }
    if let authority = nominee.authority { writer.member("authority", authority) }
    if nominee.isUnverified { writer.member("confidence", "unverified") }
  }

  /// - Parameter names: by part, what the record behind it calls itself.
  private func name(_ keys: [GroupKey], _ texts: [Text], _ names: [Text?], _ writer: inout JSONWriter) {
    writer.key("group")
    writer.beginObject()
    for (key, text) in zip(keys, texts) { writer.member(key.name, text) }
    writer.endObject()
    guard names.contains(where: { $0 != nil }) else { return }
    writer.key("names")
    writer.beginObject()
    for (key, name) in zip(keys, names) {
      if let name { writer.member(key.name, name) }
    }
    writer.endObject()
  }
}
