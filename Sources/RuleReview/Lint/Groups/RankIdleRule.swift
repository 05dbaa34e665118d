import CEL
import Evaluator
import JSON
import RulePacks

/// A step of a ranking that sets no candidate before another.
struct RankIdleRule: LintRule {
  static let description = ReviewRuleDescription(
    "rank-idle", .warning,
    title: LocalizedText(
      vi: "Tiêu chí xếp hạng không phân biệt ai",
      en: "Ranking that tells nobody apart"),
    what: LocalizedText(
      vi: "Một mục của \"rankBy\" không đọc gì của hồ sơ, hoặc lặp lại mục trước.",
      en: "An item of \"rankBy\" reads nothing of a record, or repeats an item before it."),
    why: LocalizedText(
      vi: "Mọi ứng viên vẫn đồng hạng sau mục đó: chỉ tiêu chia theo thứ tự không ai định.",
      en: "Candidates stay tied after it, so that a quota is filled in an order that nobody chose."),
    avoid: #""rankBy": [{ "value": "score" }, { "value": "score" }]"#,
    prefer: #""rankBy": [{ "value": "score" }, { "value": "isFemale" }]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for award in pack.awards where pack.isOwn(award.node) {
      var seen: Set<Text> = []
      for node in award.node["rankBy"]?.elements.compactMap({ $0["value"] }) ?? [] {
        guard let expression = ReviewedExpression(node) else { continue }
        if !seen.insert(Unparser.text(expression.root)).inserted {
          log.report(.repeated(award.id), at: node)
        } else if !expression.parts.contains(where: { $0.name.map { $0 != "params" } ?? false }) {
          log.report(.constant(award.id), at: node)
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let repeated = ReviewMessage(
    "rank-idle.repeated",
    vi: "Danh hiệu {1:quoted} đã xếp hạng theo giá trị này.",
    en: "Award {1:quoted} is ranked by this value already.")
  fileprivate static let constant = ReviewMessage(
    "rank-idle.constant",
    vi: "Giá trị này như nhau ở mọi ứng viên của danh hiệu {1:quoted}.",
    en: "This value is the same for every candidate of award {1:quoted}.")
}
