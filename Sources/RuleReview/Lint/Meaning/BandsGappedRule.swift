import CEL
import Evaluator
import JSON
import RulePacks

/// Rules for size classes with a hole between.
struct BandsGappedRule: LintRule {
  static let description = ReviewRuleDescription(
    "bands-gapped", .warning,
    title: LocalizedText(
      vi: "Khoảng trống giữa các nhóm quy mô",
      en: "A hole between bands"),
    what: LocalizedText(
      vi:
        "Nhiều quy tắc đo cùng một giá trị, mỗi quy tắc cho một nhóm theo một con số; có giá trị ở giữa không thuộc nhóm nào.",
      en:
        "Several rules measure the same value, each for a band of one figure; some figures between lie in no band."
    ),
    why: LocalizedText(
      vi: "Đơn vị ở khoảng trống không bị xét theo mức nào.",
      en: "A unit in the hole is held against no limit."),
    avoid: #""when": "people < 1000"   …   "when": "people > 1000""#,
    prefer: #""when": "people < 1000"   …   "when": "people >= 1000""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for family in BandFamily.families(of: pack) {
      for (lower, upper) in family.neighbours where BandFamily.leavesHole(lower.values, upper.values) {
        log.report(
          .hole(lower.rule.id, upper.rule.id, family.term), at: upper.rule.idNode,
          related: [lower.rule.idNode])
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let hole = ReviewMessage(
    "bands-gapped.hole",
    vi: "Giữa quy tắc {1:quoted} và {2:quoted} có giá trị của {3} không thuộc quy tắc nào.",
    en: "Between rules {1:quoted} and {2:quoted} some values of {3} fall under neither.")
}
