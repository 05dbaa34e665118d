import CEL
import Evaluator
import JSON
import RulePacks

/// A criterion that every record of a corpus meets.
struct CorpusMetByAllRule: LintRule {
  static let description = ReviewRuleDescription(
    "corpus-met-by-all", .note,
    title: LocalizedText(
      vi: "Tiêu chí mà hồ sơ nào cũng đạt",
      en: "Criterion that everybody meets"),
    what: LocalizedText(
      vi:
        "Trong các hồ sơ đưa vào bằng --records, từ hai hồ sơ trở lên được xét theo quy tắc (hay danh hiệu) và tất cả đều đạt.",
      en:
        "Of the records given with --records two or more are judged by a rule or an award, and all of them meet it."
    ),
    why: LocalizedText(
      vi:
        "Tiêu chí ai cũng đạt không phân biệt được ai; có thể mức đặt ra quá thấp hoặc điều kiện viết nhầm.",
      en: "What everybody meets tells nobody apart: the limit may be too low, or the condition a slip."),
    avoid: #""atLeast": 1   (the lowest of 400 units has 35)"#,
    prefer: #""atLeast": 40"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for criterion in pack.judgedCriteria where criterion.tally.met > 1 {
      guard criterion.tally.met == criterion.tally.judged else { continue }
      let count = Text("\(criterion.tally.met)")
      switch criterion.sort {
      case .rule: log.report(.rule(criterion.id, count), at: criterion.node)
      case .ruleOnMany: log.report(.groups(criterion.id, count), at: criterion.node)
      case .award: log.report(.award(criterion.id, count), at: criterion.node)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let rule = ReviewMessage(
    "corpus-met-by-all.rule",
    vi: "Cả {2} hồ sơ được xét đều đạt {1:quoted}.",
    en: "All {2} records that are judged by {1:quoted} meet it.")
  fileprivate static let groups = ReviewMessage(
    "corpus-met-by-all.groups",
    vi: "Cả {2} nhóm được xét đều đạt {1:quoted}.",
    en: "All {2} groups that are judged by {1:quoted} meet it.")
  fileprivate static let award = ReviewMessage(
    "corpus-met-by-all.award",
    vi: "Cả {2} hồ sơ thuộc diện xét {1:quoted} đều đủ điều kiện.",
    en: "All {2} records that {1:quoted} is for are eligible.")
}
