import CEL
import Evaluator
import JSON
import RulePacks

/// A quota on candidates that nothing ranks.
struct QuotaWithoutRankRule: LintRule {
  static let description = ReviewRuleDescription(
    "quota-without-rank", .warning,
    title: LocalizedText(
      vi: "Chỉ tiêu mà không có thứ tự xếp hạng",
      en: "Quota without a ranking"),
    what: LocalizedText(
      vi: "Danh hiệu có \"quotas\" mà không có \"rankBy\", và \"ties\" không phải \"key\".",
      en: "An award has \"quotas\" but no \"rankBy\", and its \"ties\" are not \"key\"."),
    why: LocalizedText(
      vi:
        "Mọi ứng viên đồng hạng: khi vượt chỉ tiêu thì không ai được đề nghị (exclude), hoặc tất cả (include).",
      en:
        "All candidates are tied: beyond the quota none of them is nominated (exclude), or all are (include)."
    ),
    avoid: #""quotas": [{ "number": 5 }]"#,
    prefer: #""quotas": [{ "number": 5 }], "rankBy": [{ "value": "score", "order": "descending" }]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for award in pack.awards where pack.isOwn(award.node) {
      guard let quotas = award.node["quotas"], quotas.count > 0, award.node["rankBy"]?.count ?? 0 == 0,
        award.node["ties"]?.text != "key"
      else { continue }
      log.report(.unranked(award.id), at: quotas, atKey: true, remedy: .rank)
    }
  }
}

extension ReviewMessage {
  fileprivate static let rank = ReviewMessage(
    "quota-without-rank.remedy",
    vi: "Thêm \"rankBy\", hoặc \"ties\": \"key\" để xếp theo khóa hồ sơ.",
    en: "Add \"rankBy\", or \"ties\": \"key\" to go by the records' keys.")
  fileprivate static let unranked = ReviewMessage(
    "quota-without-rank.unranked",
    vi: "Chỉ tiêu của danh hiệu {1:quoted} chia cho những ứng viên không được xếp hạng.",
    en: "The quotas of award {1:quoted} fall on candidates that nothing ranks.")
}
