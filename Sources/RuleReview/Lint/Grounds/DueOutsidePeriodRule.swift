import CEL
import Evaluator
import JSON
import RulePacks

/// A due day far from the pack's period.
struct DueOutsidePeriodRule: LintRule {
  static let description = ReviewRuleDescription(
    "due-outside-period", .warning,
    title: LocalizedText(
      vi: "Hạn cuối lệch xa thời gian của gói",
      en: "Due day outside the period"),
    what: LocalizedText(
      vi: "Hạn cuối nằm trước thời gian của gói, hoặc sau khi kết thúc hơn một năm.",
      en: "A due day lies before the pack's period, or more than a year after its end."),
    why: LocalizedText(
      vi: "Thường là sai năm: quy tắc không bao giờ, hoặc luôn luôn, chưa đến hạn.",
      en: "Mostly the year is wrong: the rule is never due, or long due."),
    avoid: #"pack 2021, "due": "2201-12-31""#,
    prefer: #""due": "2021-12-31""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let period = pack.pack?.period else { return }
    for rule in pack.rules where pack.isOwn(rule.node) {
      guard let node = rule.node["due"], let text = node.text, let day = try? CivilDate(text) else {
        continue
      }
      let isEarly = period.from.map { day < $0 } ?? false
      let last = period.before.flatMap { try? $0.adding(years: 1) }
      if isEarly || last.map({ day > $0 }) ?? false { log.report(.outside(rule.id, text), at: node) }
    }
  }
}

extension ReviewMessage {
  fileprivate static let outside = ReviewMessage(
    "due-outside-period.outside",
    vi: "Hạn cuối {2:day} của {1:quoted} lệch xa thời gian của gói.",
    en: "The due day {2:day} of {1:quoted} lies far from the pack's period.")
}
