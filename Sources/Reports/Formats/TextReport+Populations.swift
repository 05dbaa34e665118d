import CEL
import Evaluator
import JSON
import Populations

extension TextReport {
  public mutating func group(_ group: GroupFinding, into output: inout [UInt8]) {
    switch options.only {
    case .all, .rosters: break
    case .violated where group.outcome == .violated: break
    case .violated, .verdicts, .summary: return
    }
    if !hasGroups {
      hasGroups = true
      output.line("")
      output.line(ink(words.groups, .bold))
    }
    let rule = header.pack.populationRules[group.rule]
    var qualities = words.severity(rule.severity)
    if rule.isUnverified { qualities += ", " + words.unverified }
    let name = messages.name(of: group)
    output.line(
      "  " + ink(words.mark(group.outcome), group.outcome) + " "
        + Excerpt.printable(rule.title[options.language]) + " (" + qualities + ") – "
        + Excerpt.printable(name.isEmpty ? words.wholeGroup : name) + ": "
        + Excerpt.printable(messages.text(group)))
    // Where the sentence names them all, they aren't named again.
    let isNamed =
      group.members.count == group.members.keys.count
      && messages.template(group).text[options.language].contains("{items}")
    if group.members.count > 0, !isNamed {
      let more = group.members.count - group.members.keys.count
      let names = names(group.members.keys) + (more > 0 ? "; " + words.more(more) : "")
      output.line("    " + words.members + " (" + Text("\(group.members.count)") + "): " + names)
    }
    if group.missing.count > 0 {
      let missing = group.missing.keys.map { messages.title(of: $0, on: rule.on) }
      output.line("    " + words.needed + ": " + names(missing))
    }
    if group.rejected > 0 { output.line("    " + words.rejectedCount(group.rejected)) }
    output.line("    " + ink(rule.id + rule.cites.map { " [" + $0 + "]" }.joined(""), .faint))
    for cite in rule.cites { cited.insert(Text(utf8: cite.utf8.prefix { $0 != UInt8(ascii: "#") })) }
  }

  public mutating func roster(_ roster: Roster, into output: inout [UInt8]) {
    let award = header.pack.awards[roster.award]
    output.line("")
    var title = words.roster + ": " + Excerpt.printable(award.title[options.language])
    if let group = roster.group {
      let name = messages.name(award.per, group, roster.names, on: award.on)
      if !name.isEmpty { title += " – " + Excerpt.printable(name) }
    } else {
      title += " – " + words.noGroup
    }
    output.line(ink(title, .bold))
    output.line("  " + words.finality(roster, names(roster.nominees.filter(\.isProvisional).map(shortName))))
    let shared = SharedRemarks(roster.nominees)
    if let authority = shared.authority {
      output.line("  " + words.decidedBy + authorityTitle(authority))
    }
    if shared.isUnverified { output.line("  " + words.restsOnUnverified) }
    for limit in roster.limits { output.line("  " + words.limit(limit, quotaTitle(award, limit.quota))) }
    for status in Nominee.Status.allCases {
      let nominees = roster.nominees.filter { $0.status == status }
      guard !nominees.isEmpty else { continue }
      output.line("  " + words.heading(status) + " (" + Text("\(nominees.count)") + ")")
      guard options.only != .summary else { continue }
      for nominee in nominees { output.line("    " + line(nominee, award, roster, shared)) }
    }
    if roster.ineligible > 0 { output.line("  " + words.ineligible(roster.ineligible)) }
  }

  private func quotaTitle(_ award: CompiledAward, _ quota: Int) -> Text? {
    award.quotas[quota].title.map { Excerpt.printable($0[options.language]) }
  }

  private func authorityTitle(_ key: Text) -> Text {
    Excerpt.printable(header.pack.authorities[key]?[options.language] ?? key)
  }

  private func shortName(_ nominee: Nominee) -> Text {
    let key = Excerpt.text(nominee.key)
    return nominee.name.map { Excerpt.text($0) + " [" + key + "]" } ?? key
  }

  /// By how much a criterion is missed; where that has no unit, what the criterion says.
  private func shortfall(_ finding: Finding) -> Text {
    if let distance = finding.distance, let unit = header.pack.rules[finding.rule].check.unit {
      return "; " + words.short + messages.amount(distance, apartFrom: [.int(0)], unit: unit)
    }
    // That a criterion isn't met is said by the list's heading.
    guard messages.template(finding) != .unmet else { return "" }
    let message = Excerpt.printable(messages.text(finding))
    return " – " + (message.utf8.last == UInt8(ascii: ".") ? Text(utf8: message.utf8.dropLast()) : message)
  }

  private func line(
    _ nominee: Nominee, _ award: CompiledAward, _ roster: Roster, _ shared: SharedRemarks
  ) -> Text {
    var line = shortName(nominee)
    if let place = nominee.reservePlace { line = Text("\(place)") + ". " + line }
    // Without an order all are equal.
    var remarks: [Text] = award.rankBy.isEmpty ? [] : [words.rank(nominee)]
    if let refusal = nominee.refusal {
      // The only quota of a roster is named above it.
      let isNamed = roster.limits.count == 1 && roster.limits[0].quota == refusal.quota
      let reason = words.reason(refusal.reason)
      remarks.append(
        isNamed ? reason : words.refusal(refusal, quotaTitle(award, refusal.quota)) + ": " + reason)
    }
    if let key = nominee.supersededBy { remarks.append(words.superseded(by: Excerpt.text(key))) }
    if !nominee.because.isEmpty {
      remarks.append(names(nominee.because.map(title)) + (nominee.finding.map(shortfall) ?? ""))
    }
    if !nominee.missing.isEmpty {
      remarks.append(
        words.needed + ": " + names(nominee.missing.map { messages.title(of: $0, on: award.on) }))
    }
    if nominee.isProvisional {
      let more = nominee.dependsOn.count - nominee.dependsOn.keys.count
      let names = names(nominee.dependsOn.keys) + (more > 0 ? "; " + words.more(more) : "")
      remarks.append(words.dependsOn(names, nominee.lost))
    }
    if let authority = nominee.authority, shared.authority == nil {
      remarks.append(words.authority + authorityTitle(authority))
    }
    if nominee.isUnverified, !shared.isUnverified { remarks.append(words.unverified) }
    let shown = remarks.filter { !$0.isEmpty }
    return shown.isEmpty ? line : line + " – " + shown.joined("; ")
  }
}

/// What holds for everybody in a roster, so that it is said once.
private struct SharedRemarks {
  let authority: Text?
  let isUnverified: Bool

  init(_ nominees: [Nominee]) {
    let first = nominees.first?.authority
    authority = nominees.allSatisfy { $0.authority == first } ? first : nil
    isUnverified = !nominees.isEmpty && nominees.allSatisfy(\.isUnverified)
  }
}
