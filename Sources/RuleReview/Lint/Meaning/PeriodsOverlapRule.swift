import CEL
import Evaluator
import JSON
import RulePacks

/// Two limits of one criterion in force on the same days.
struct PeriodsOverlapRule: LintRule {
  static let description = ReviewRuleDescription(
    "periods-overlap", .warning,
    title: LocalizedText(
      vi: "Hai mức có hiệu lực cùng ngày",
      en: "Periods that overlap"),
    what: LocalizedText(
      vi: "Hai quy tắc đo cùng một giá trị, dành cho các thời gian khác nhau, lại có những ngày chung.",
      en: "Two rules measure the same value for different times and share some days."),
    why: LocalizedText(
      vi: "Hồ sơ của những ngày đó bị xét theo cả hai mức.",
      en: "A record of those days is held against both limits."),
    avoid: #""before": "2021-07-01"   …   "from": "2021-06-01""#,
    prefer: #""before": "2021-07-01"   …   "from": "2021-07-01""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for (earlier, later) in PeriodFamily.neighbours(in: pack) {
      guard let before = earlier.compiled?.period.before, let from = later.compiled?.period.from,
        from < before
      else { continue }
      log.report(
        .shared(later.id, earlier.id, from.text, before.text), at: later.idNode, related: [earlier.idNode])
    }
  }
}

extension ReviewMessage {
  fileprivate static let shared = ReviewMessage(
    "periods-overlap.shared",
    vi: "Quy tắc {1:quoted} và {2:quoted} cùng có hiệu lực từ {3:day} đến trước {4:day}.",
    en: "Rules {1:quoted} and {2:quoted} are both in force from {3:day} to before {4:day}.")
}
