import CEL
import Evaluator
import JSON
import RulePacks

/// Two rules of one title.
struct TitleRepeatedRule: LintRule {
  static let description = ReviewRuleDescription(
    "title-repeated", .warning,
    title: LocalizedText(
      vi: "Tên gọi trùng nhau",
      en: "Repeated title"),
    what: LocalizedText(
      vi: "Hai quy tắc của một loại hồ sơ có cùng tên gọi.",
      en: "Two rules on one record type have the same title."),
    why: LocalizedText(
      vi: "Trong báo cáo không phân biệt được hai dòng.",
      en: "Two lines of a report cannot be told apart."),
    avoid: #"two rules titled "Rice output""#,
    prefer: #""Rice output" and "Maize output""#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for language: Text in ["vi", "en"] {
      var first: [Text: JSONNode] = [:]
      for rule in pack.inspection.rules {
        guard let title = rule.node["title"]?[language], let text = title.text,
          let on = rule.node["on"]?.text,
          rule.node["period"] == nil
        else { continue }
        let key = on + " " + text
        if let earlier = first[key] {
          log.report(.twice(text), at: title, related: [earlier])
        } else {
          first[key] = title
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let twice = ReviewMessage(
    "title-repeated.twice",
    vi: "Tên gọi {1:quoted} đã có ở quy tắc khác.",
    en: "Another rule has the title {1:quoted}.")
}
