import CEL
import Evaluator
import JSON
import RulePacks

extension ReviewFinding {
  /// A waiver whose time is over.
  static func expired(_ waiver: Waiver, _ asOf: CivilDate) -> ReviewFinding {
    let message: ReviewMessage =
      waiver.record.map { WaiverMessages.expiredOfRecord(waiver.rule, $0, waiver.until.text, asOf.text) }
      ?? WaiverMessages.expired(waiver.rule, waiver.until.text, asOf.text)
    return ReviewFinding(
      WaiverFindings.expired.id, WaiverFindings.expired.severity, at: waiver.place, message,
      remedy: WaiverMessages.renew)
  }

  /// A waiver that covers nothing.
  static func unused(
    _ waiver: Waiver, _ message: ReviewMessage, remedy: ReviewMessage = WaiverMessages.remove,
    suggestion: Text? = nil
  ) -> ReviewFinding {
    ReviewFinding(
      WaiverFindings.unused.id, WaiverFindings.unused.severity, at: waiver.place, message, remedy: remedy,
      suggestion: suggestion)
  }
}

/// What is found of waivers themselves.
public enum WaiverFindings {
  /// The pages of the findings on waivers.
  public static let descriptions = [expired, unused]

  static let expired = ReviewRuleDescription(
    "waiver-expired", .warning,
    title: LocalizedText(vi: "Miễn trừ đã hết hạn", en: "Waiver that has expired"),
    what: LocalizedText(
      vi: "Ngày --as-of nằm sau \"until\" của một miễn trừ.",
      en: "--as-of lies after the \"until\" of a waiver."),
    why: LocalizedText(
      vi: "Điều được miễn tạm thời đã hết thời hạn mà chưa ai sửa hoặc quyết định lại.",
      en: "What was to pass for a while has outlived its time, and nobody mended it or decided anew."),
    avoid: #""until": "2021-06-30"   (--as-of 2021-12-31)"#, prefer: #""until": "2022-06-30""#)

  static let unused = ReviewRuleDescription(
    "waiver-unused", .warning,
    title: LocalizedText(vi: "Miễn trừ không dùng đến", en: "Waiver that nothing needs"),
    what: LocalizedText(
      vi:
        "Không điều nào được tìm thấy khớp với miễn trừ này: điều đó đã đạt, hoặc tên quy tắc hay mã hồ sơ bị sai.",
      en:
        "Nothing was found that the waiver covers: it is mended, or the rule or the record has another name."),
    why: LocalizedText(
      vi: "Điều được miễn đã được sửa; để lại, miễn trừ sẽ che một lỗi mới cùng loại.",
      en: "What it covered is mended; left alone it would hide the next one of its sort."),
    avoid: #"{ "rule": "unused-field", … }   (every field is used)"#, prefer: "(removed)")
}
