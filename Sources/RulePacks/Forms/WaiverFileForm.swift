import CEL
import JSON

/// The form of `waivers.json`: what is found and somebody answers for, each until a day; on packs by lint, on records by
/// a check.
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
      .init(
        "rule", .id, required: true, vi: "Quy tắc soát gói; có \"record\" thì là quy tắc của gói",
        en: "The lint rule; with a record, the rule of the pack"),
      .init("pack", .id, vi: "Gói được miễn", en: "The pack; without it, every pack"),
      .init(
        "subject", .id, vi: "Quy tắc, danh hiệu, tham số… được miễn",
        en: "The rule, award, parameter, … of the pack that it speaks of; without it, all"),
      .init(
        "record", .text, vi: "Mã của hồ sơ được miễn; mã gồm nhiều phần thì nối bằng \"/\"",
        en: "The key of the record that the rule is waived for; values of several fields joined by \"/\""),
      .init(
        "type", .name, vi: "Loại hồ sơ, khi nhiều loại có cùng mã",
        en: "Its record type, where several have that key"),
      .init("grounds", .localized, required: true, vi: "Vì sao được miễn", en: "Why it may pass"),
      .init("by", .text, required: true, vi: "Người quyết định", en: "Who decided"),
      .init(
        "until", .date, required: true, vi: "Ngày cuối cùng còn hiệu lực",
        en: "The last day on which it holds"
      ),
    ], choices: [.atMostOne(of: ["subject", "record"])])
}
