import CEL
import Evaluator
import JSON
import RulePacks

/// Days on which no limit of a criterion is in force.
struct PeriodsGappedRule: LintRule {
  static let description = ReviewRuleDescription(
    "periods-gapped", .warning,
    title: LocalizedText(
      vi: "Những ngày không có mức nào",
      en: "Periods that leave a hole"),
    what: LocalizedText(
      vi:
        "Các quy tắc đo cùng một giá trị nối nhau theo thời gian, nhưng giữa hai quy tắc có ngày không có mức nào.",
      en:
        "Rules that measure the same value follow one another in time, with days between on which none is in force."
    ),
    why: LocalizedText(
      vi: "Hồ sơ của những ngày đó không bị xét.",
      en: "A record of those days is not judged."),
    avoid: #""before": "2021-06-01"   …   "from": "2021-07-01""#,
    prefer: #""before": "2021-06-01"   …   "from": "2021-06-01""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for (earlier, later) in PeriodFamily.neighbours(in: pack) {
      guard let before = earlier.compiled?.period.before, let from = later.compiled?.period.from,
        before < from
      else { continue }
      log.report(
        .hole(earlier.id, later.id, before.text, from.text), at: later.idNode, related: [earlier.idNode])
    }
  }
}

extension ReviewMessage {
  fileprivate static let hole = ReviewMessage(
    "periods-gapped.hole",
    vi: "Giữa quy tắc {1:quoted} và {2:quoted} không mức nào có hiệu lực từ {3:day} đến trước {4:day}.",
    en: "Between rules {1:quoted} and {2:quoted} no limit is in force from {3:day} to before {4:day}.")
}
