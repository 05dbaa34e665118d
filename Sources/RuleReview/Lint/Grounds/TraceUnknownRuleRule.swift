import CEL
import Evaluator
import JSON
import RulePacks

/// A trace to a rule that is not there.
struct TraceUnknownRuleRule: LintRule {
  static let description = ReviewRuleDescription(
    "trace-unknown-rule", .error,
    title: LocalizedText(
      vi: "Đối chiếu tới quy tắc không có",
      en: "Trace to an unknown rule"),
    what: LocalizedText(
      vi: "trace.json nêu một quy tắc mà gói không có.",
      en: "trace.json names a rule that the pack does not have."),
    why: LocalizedText(
      vi: "Bảng đối chiếu nói rằng yêu cầu được kiểm tra, mà không phải vậy.",
      en: "It says that a requirement is checked, and it is not."),
    avoid: #""rules": ["covr"]"#,
    prefer: #""rules": ["cover"]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let ids = pack.rules.map(\.id) + pack.awards.map(\.id)
    for row in pack.traceRows {
      for member in row["rules"]?.elements.map(\.self) ?? [] {
        guard let id = member.text, !ids.contains(id) else { continue }
        log.report(.unknown(id), at: member, suggestion: Suggestion.nearest(to: id, among: ids))
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let unknown = ReviewMessage(
    "trace-unknown-rule.unknown",
    vi: "Gói không có quy tắc {1:quoted}.",
    en: "The pack has no rule {1:quoted}.")
}
