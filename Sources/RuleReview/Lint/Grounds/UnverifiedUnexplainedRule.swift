import CEL
import Evaluator
import JSON
import RulePacks

/// A mandatory rule on an unconfirmed fact, without a remark.
struct UnverifiedUnexplainedRule: LintRule {
  static let description = ReviewRuleDescription(
    "unverified-unexplained", .note,
    title: LocalizedText(
      vi: "Căn cứ chưa kiểm chứng mà không giải thích",
      en: "Unverified without a remark"),
    what: LocalizedText(
      vi: "Quy tắc bắt buộc có \"confidence\": \"unverified\" mà trace.json không giải thích.",
      en: "A mandatory rule has \"confidence\": \"unverified\" and trace.json gives no \"because\"."),
    why: LocalizedText(
      vi: "Hồ sơ có thể bị loại vì một điều chưa chắc, mà không ai biết vì sao chưa chắc.",
      en: "A record may fail by a fact that is not certain, and nobody reads why it is not."),
    avoid: #""confidence": "unverified", "severity": "mandatory""#,
    prefer: #"the same, with "because" in its row of trace.json"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let explained = Set(
      pack.traceRows.filter { $0["because"] != nil }.flatMap {
        $0["rules"]?.elements.compactMap(\.text) ?? []
      })
    for rule in pack.rules where pack.isOwn(rule.node) && !explained.contains(rule.id) {
      guard let node = rule.node["confidence"], node.text == "unverified",
        rule.node["severity"]?.text ?? "mandatory" == "mandatory"
      else { continue }
      log.report(.unexplained(rule.id), at: node)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unexplained = ReviewMessage(
    "unverified-unexplained.unexplained",
    vi: "Căn cứ của quy tắc bắt buộc {1:quoted} chưa được kiểm chứng và không có lời giải thích.",
    en: "The fact behind the mandatory rule {1:quoted} is not confirmed, and nothing explains it.")
}
