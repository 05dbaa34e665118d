import CEL
import Evaluator
import JSON
import Populations

extension MessageRenderer {
  /// The template that speaks for a group.
  func template(_ group: GroupFinding) -> MessageTemplate {
    let messages = pack.populationRules[group.rule].check.messages
    switch group.outcome {
    case .satisfied: return messages.satisfied
    case .violated: return messages.violated
    case .undetermined, .notYetDue: return group.isVoid ? .void : messages.undetermined
    case .notApplicable: return .notApplicable
    }
  }

  /// What a rule says of a group.
  func text(_ group: GroupFinding) -> Text {
    let check = pack.populationRules[group.rule].check
    let values = ValueText(language)
    let least = group.least.map { values.text($0) } ?? "−∞"
    let most = group.most.map { values.text($0) } ?? "+∞"
    return Self.fill(template(group).text[language]) { name in
      switch name {
      case "measured": group.measured.map { values.text($0) } ?? least + "–" + most
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

  /// What a group is called: its parts with their titles; empty for the one group of all.
  func name(of group: GroupFinding) -> Text {
    let rule = pack.populationRules[group.rule]
    return name(rule.check.groupBy, group.group, on: rule.on)
  }

  func name(_ keys: [GroupKey], _ texts: [Text], on type: Text) -> Text {
    ValueText(language).join(
      zip(keys, texts).map { key, text in title(of: key.name, on: type) + ": " + text })
  }
}

extension MessageTemplate {
  fileprivate static let void = MessageTemplate(
    "group.void", vi: "Chưa kết luận được: nhóm không có gì để tính.",
    en: "Cannot be decided: the group has nothing to compute from.")
}
