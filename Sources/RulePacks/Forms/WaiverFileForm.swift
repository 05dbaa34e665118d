import CEL
import JSON

/// The form of `waivers.json`: what lint finds and somebody answers for, each until a day.
public enum WaiverFileForm {
  public static let shape = ObjectShape(
    "waiver file",
    doc: LocalizedText(vi: "Những điều được miễn", en: "Findings that are waived"),
    members: [
      .schemaReference,
      .init(
        "waivers", .array(.object(waiver), minimum: 0), required: true, vi: "Các trường hợp được miễn",
        en: "The waivers"),
    ])

  static let waiver = ObjectShape(
    "waiver", doc: LocalizedText(vi: "Một trường hợp được miễn", en: "One waiver"),
    members: [
      .init("rule", .id, required: true, vi: "Quy tắc soát gói", en: "The lint rule"),
      .init("pack", .id, vi: "Gói được miễn", en: "The pack; without it, every pack"),
      .init(
        "subject", .id, vi: "Quy tắc, danh hiệu, tham số… được miễn",
        en: "The rule, award, parameter, … of the pack that it speaks of; without it, all"),
      .init("grounds", .localized, required: true, vi: "Vì sao được miễn", en: "Why it may pass"),
      .init("by", .text, required: true, vi: "Người quyết định", en: "Who decided"),
      .init(
        "until", .date, required: true, vi: "Ngày cuối cùng còn hiệu lực",
        en: "The last day on which it holds"
      ),
    ])
}
