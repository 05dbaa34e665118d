import CEL
import Evaluator
import JSON
import RulePacks

/// A criterion that no record of a corpus meets.
struct CorpusMetByNoneRule: LintRule {
  static let description = ReviewRuleDescription(
    "corpus-met-by-none", .note,
    title: LocalizedText(
      vi: "Tiêu chí mà không hồ sơ nào đạt",
      en: "Criterion that nobody meets"),
    what: LocalizedText(
      vi:
        "Trong các hồ sơ đưa vào bằng --records, từ hai hồ sơ trở lên được xét theo quy tắc (hay danh hiệu), có hồ sơ không đạt và không hồ sơ nào đạt.",
      en:
        "Of the records given with --records two or more are judged by a rule or an award; some fail it and none meets it."
    ),
    why: LocalizedText(
      vi:
        "Có thể mức đặt ra quá cao, đơn vị tính nhầm, hoặc quy tắc đọc nhầm trường; danh hiệu đó sẽ không có ai.",
      en: "The limit may be too high, in another unit, or on the wrong field; the award would go to nobody."),
    avoid: #""atLeast": 0.95   (the field holds per cent)"#,
    prefer: #""atLeast": 95"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for criterion in pack.judgedCriteria where criterion.tally.judged > 1 {
      guard criterion.tally.met == 0, criterion.tally.unmet > 0 else { continue }
      let counts = (Text("\(criterion.tally.unmet)"), Text("\(criterion.tally.open)"))
      switch criterion.sort {
      case .rule: log.report(.rule(criterion.id, counts.0, counts.1), at: criterion.node)
      case .ruleOnMany: log.report(.groups(criterion.id, counts.0, counts.1), at: criterion.node)
      case .award: log.report(.award(criterion.id, counts.0, counts.1), at: criterion.node)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let rule = ReviewMessage(
    "corpus-met-by-none.rule",
    vi: "Không hồ sơ nào đạt {1:quoted}: {2} không đạt, {3} còn mở.",
    en: "No record meets {1:quoted}: {2} fail, {3} are open.")
  fileprivate static let groups = ReviewMessage(
    "corpus-met-by-none.groups",
    vi: "Không nhóm nào đạt {1:quoted}: {2} không đạt, {3} còn mở.",
    en: "No group meets {1:quoted}: {2} fail, {3} are open.")
  fileprivate static let award = ReviewMessage(
    "corpus-met-by-none.award",
    vi: "Không hồ sơ nào đủ điều kiện {1:quoted}: {2} không đủ điều kiện, {3} chưa kết luận được.",
    en: "No record is eligible for {1:quoted}: {2} are ineligible, {3} undetermined.")
}
