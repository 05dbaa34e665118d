import CEL
import Evaluator
import JSON
import RulePacks

/// A criterion that no record of a corpus is judged by.
struct CorpusUnreachedRule: LintRule {
  static let description = ReviewRuleDescription(
    "corpus-unreached", .note,
    title: LocalizedText(
      vi: "Tiêu chí không xét hồ sơ nào",
      en: "Criterion that is never reached"),
    what: LocalizedText(
      vi:
        "Có hồ sơ thuộc loại mà quy tắc (hay danh hiệu) xét, nhưng không hồ sơ nào trong --records rơi vào điều kiện áp dụng.",
      en:
        "There are records of the type that a rule or an award is on, but it applies to none of those given with --records."
    ),
    why: LocalizedText(
      vi: "Điều kiện \"when\" có thể viết nhầm, hoặc dữ liệu dùng mã khác với mã của gói.",
      en: "Its \"when\" may be a slip, or the records use other codes than the pack."),
    avoid: #""when": "kind == 'ward'"   (the records say 'commune')"#,
    prefer: #""when": "kind == 'commune'""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for criterion in pack.judgedCriteria where criterion.tally.judged == 0 {
      guard let records = pack.corpus?.records[criterion.on] else { continue }
      let count = Text("\(records)")
      switch criterion.sort {
      case .rule, .ruleOnMany: log.report(.rule(criterion.id, count), at: criterion.node)
      case .award: log.report(.award(criterion.id, count), at: criterion.node)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let rule = ReviewMessage(
    "corpus-unreached.rule",
    vi: "Quy tắc {1:quoted} không xét hồ sơ nào trong {2} hồ sơ cùng loại.",
    en: "Rule {1:quoted} applies to none of {2} records of its type.")
  fileprivate static let award = ReviewMessage(
    "corpus-unreached.award",
    vi: "Danh hiệu {1:quoted} không dành cho hồ sơ nào trong {2} hồ sơ cùng loại.",
    en: "Award {1:quoted} is for none of {2} records of its type.")
}
