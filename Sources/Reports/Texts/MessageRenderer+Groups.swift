import CEL
import Evaluator
import JSON
import Populations

extension MessageRenderer {
  /// The template that speaks for a group.
  func template(_ group: GroupFinding) -> MessageTemplate {
    let check = pack.populationRules[group.rule].check
    let messages = check.messages
    switch group.outcome {
    case .satisfied: return messages.satisfied
    case .violated: return messages.violated
    case .undetermined, .notYetDue:
      guard group.isVoid else { return messages.undetermined }
      if case .trend = check.aggregation { return .noTrend }
      return .void
    case .notApplicable: return .notApplicable
    }
  }

  /// What a rule says of a group.
  func text(_ group: GroupFinding) -> Text {
    let check = pack.populationRules[group.rule].check
    let values = ValueText(language)
    let limits = group.limit.map(\.value)
    let least = group.least.map { values.text($0, apartFrom: limits) } ?? "−∞"
    let most = group.most.map { values.text($0, apartFrom: limits) } ?? "+∞"
    return Self.fill(template(group).text[language], language) { name in
      switch name {
      case "measured": group.measured.map { values.text($0, apartFrom: limits) } ?? self.values(least, most)
      case "range": range(group)
      case "least": least
      case "most": most
      case "limit": values.join(group.limit.map { values.text($0.value) }, separator: " – ")
      case "low": group.limit.first.map { values.text($0.value) } ?? "–"
      case "high": group.limit.last.map { values.text($0.value) } ?? "–"
      case "unit": check.unit.map { pack.text(ofUnit: $0, language) } ?? ""
      case "items": values.join(group.members.keys)
      case "title": pack.populationRules[group.rule].title[language]
      default: nil
      }
    }
  }

  /// What an open number may come to.
  private func range(_ group: GroupFinding) -> Text {
    let values = ValueText(language)
    let unit = pack.populationRules[group.rule].check.unit.map { pack.text(ofUnit: $0, language) } ?? ""
    let limits = group.limit.map(\.value)
    let least = group.least.map { values.text($0, apartFrom: limits) + unit }
    let most = group.most.map { values.text($0, apartFrom: limits) + unit }
    switch (least, most) {
    case (nil, nil): return choose("chưa đủ số liệu", "figures are lacking")
    case (let least?, nil): return choose("có thể từ \(least) trở lên", "it may be \(least) or more")
    case (nil, let most?): return choose("nhiều nhất \(most)", "it is \(most) at most")
    case (let least?, let most?) where least == most:
      return choose("nhóm có thể không có hồ sơ nào để tính", "the group may have nothing to compute from")
    case (let least?, let most?):
      return choose("có thể từ \(least) đến \(most)", "it may be from \(least) to \(most)")
    }
  }

  private func values(_ least: Text, _ most: Text) -> Text {
    choose("từ \(least) đến \(most)", "\(least) to \(most)")
  }

  private func choose(_ vi: String, _ en: String) -> Text { Text(language == .vi ? vi : en) }

  /// What a group is called: its parts with their titles; empty for the one group of all.
  func name(of group: GroupFinding) -> Text {
    let rule = pack.populationRules[group.rule]
    return name(rule.check.groupBy, group.group, group.names, on: rule.on)
  }

  /// - Parameter names: by part, what the record behind it calls itself.
  func name(_ keys: [GroupKey], _ texts: [Text], _ names: [Text?], on type: Text) -> Text {
    var parts: [Text] = []
    for (index, (key, text)) in zip(keys, texts).enumerated() {
      let name = names.indices.contains(index) ? names[index] : nil
      parts.append(heading(of: key.name, on: type) + ": " + (name.map { $0 + " [" + text + "]" } ?? text))
    }
    return ValueText(language).join(parts)
  }
}

extension MessageTemplate {
  fileprivate static let void = MessageTemplate(
    "group.void", vi: "Chưa kết luận được: nhóm không có gì để tính.",
    en: "Cannot be decided: the group has nothing to compute from.")

  /// A change needs figures of both periods, and a relative one a period before that is not zero.
  fileprivate static let noTrend = MessageTemplate(
    "group.noTrend", vi: "Chưa kết luận được: một trong hai kỳ không có số liệu, hoặc kỳ trước bằng 0.",
    en: "Cannot be decided: one of the two periods has no figures, or the one before is zero.")
}
