import CEL
import Evaluator
import JSON
import RulePacks

/// Rules for size classes that overlap.
struct BandsOverlapRule: LintRule {
  static let description = ReviewRuleDescription(
    "bands-overlap", .warning,
    title: LocalizedText(
      vi: "Các nhóm quy mô chồng nhau",
      en: "Bands that overlap"),
    what: LocalizedText(
      vi:
        "Nhiều quy tắc đo cùng một giá trị, mỗi quy tắc cho một nhóm theo một con số; có giá trị thuộc hai nhóm.",
      en:
        "Several rules measure the same value, each for a band of one figure; some figures lie in two bands."),
    why: LocalizedText(
      vi: "Đơn vị ở ranh giới bị xét theo hai mức khác nhau.",
      en: "A unit on the border is held against two limits."),
    avoid: #""when": "people <= 1000"   …   "when": "people >= 1000""#,
    prefer: #""when": "people < 1000"   …   "when": "people >= 1000""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for family in BandFamily.families(of: pack) {
      for (lower, upper) in family.neighbours where !lower.values.intersection(upper.values).isEmpty {
        log.report(
          .overlap(upper.rule.id, lower.rule.id, family.term), at: upper.rule.idNode,
          related: [lower.rule.idNode])
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let overlap = ReviewMessage(
    "bands-overlap.overlap",
    vi: "Quy tắc {1:quoted} và {2:quoted} cùng áp dụng cho một số giá trị của {3}.",
    en: "Rules {1:quoted} and {2:quoted} both bind some values of {3}.")
}
