import CEL
import Evaluator
import JSON
import RulePacks

/// A quota that admits everybody, or nobody.
struct QuotaDecidedRule: LintRule {
  static let description = ReviewRuleDescription(
    "quota-decided", .warning,
    title: LocalizedText(
      vi: "Chỉ tiêu không bao giờ giới hạn, hoặc không cho ai",
      en: "Quota that never binds, or admits nobody"),
    what: LocalizedText(
      vi: "Tỷ lệ từ 100% trở lên, hoặc tỷ lệ hay số lượng không dương.",
      en: "A share of 100% or more, or a share or number that is not positive."),
    why: LocalizedText(
      vi: "Không ứng viên nào bị chỉ tiêu loại, hoặc tất cả đều bị loại: con số có lẽ viết nhầm.",
      en: "The quota turns no candidate away, or all of them: the figure is probably a slip."),
    avoid: #""share": { "value": 150, "unit": "%" }"#,
    prefer: #""share": { "value": 15, "unit": "%" }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let hundred = Decimal(100 as Int64)
    for award in pack.awards where pack.isOwn(award.node) {
      for quota in award.node["quotas"]?.elements.map(\.self) ?? [] {
        for size in [quota["share"]?["value"], quota["number"]].compactMap({ $0 }) {
          guard let number = size.numberText.flatMap({ try? Decimal($0) }) else { continue }
          // Of what another award or a condition singles out, candidates may be more than all.
          let isOfAll = quota["share"] != nil && quota["of"] == nil
          if isOfAll, number >= hundred { log.report(.neverBinds(award.id), at: size) }
          if number <= .zero { log.report(.admitsNobody(award.id), at: size) }
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let neverBinds = ReviewMessage(
    "quota-decided.neverBinds",
    vi: "Chỉ tiêu này của danh hiệu {1:quoted} không bao giờ loại ai.",
    en: "This quota of award {1:quoted} never turns anyone away.")
  fileprivate static let admitsNobody = ReviewMessage(
    "quota-decided.admitsNobody",
    vi: "Chỉ tiêu này của danh hiệu {1:quoted} không cho ai được đề nghị.",
    en: "This quota of award {1:quoted} lets nobody be nominated.")
}
