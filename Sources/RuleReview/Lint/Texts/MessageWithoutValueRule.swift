import CEL
import Evaluator
import JSON
import RulePacks

/// A message of its own that does not tell what was found.
struct MessageWithoutValueRule: LintRule {
  static let description = ReviewRuleDescription(
    "message-without-value", .warning,
    title: LocalizedText(
      vi: "Lời văn không nêu giá trị",
      en: "Message without the measured value"),
    what: LocalizedText(
      vi: "Lời văn riêng khi không đạt không có {measured}, {items}, {distance}, {missing} hay {limit}.",
      en:
        "A rule's own text for a violation has none of {measured}, {items}, {distance}, {missing} and {limit}."
    ),
    why: LocalizedText(
      vi: "Đơn vị cần biết mình thiếu bao nhiêu, hoặc thiếu ở đâu.",
      en: "A unit must read how much it lacks, or where."),
    avoid: #""violated": { "vi": "Chưa đạt.", … }"#,
    prefer: #""violated": { "vi": "Mới đạt {measured}, còn thiếu {distance}.", … }"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.rules where pack.isOwn(rule.node) {
      guard let check = rule.compiled?.check, check.measured != nil,
        check.failingItems == nil || Self.asksOfEachItem(rule.node),
        let message = rule.node["message"]?["violated"]
      else { continue }
      let texts = message.members.compactMap { $0.text?.string }
      if !texts.allSatisfy({ text in Self.values.contains { text.contains($0) } }) {
        log.report(.silent(rule.id), at: message, atKey: true, remedy: .mend)
      }
    }
  }

  /// True where a violation always has items to name: those of a list that had to hold, or that had not to. Where there
  /// must be some, a text may rightly say that there is none.
  private static func asksOfEachItem(_ rule: JSONNode) -> Bool {
    (rule["kind"]?.isString("each") ?? false) && rule["minItems"] == nil && rule["require"]?["atLeast"] == nil
  }

  private static let values = [
    "{measured}", "{items}", "{distance}", "{missing}", "{limit}", "{low}", "{high}",
  ]
}

extension ReviewMessage {
  fileprivate static let silent = ReviewMessage(
    "message-without-value.silent",
    vi: "Lời văn khi không đạt của {1:quoted} không nêu đã đo được gì.",
    en: "The text for a violation of {1:quoted} does not tell what was found.")
  fileprivate static let mend = ReviewMessage(
    "message-without-value.remedy",
    vi: "Thêm {measured} hoặc {items}.",
    en: "Add {measured} or {items}.")
}
