import CEL
import JSON

/// The form of a baseline: what lint found on the day on which it was taken up, and no longer reports.
public enum BaselineForm {
  public static let shape = ObjectShape(
    "baseline", doc: LocalizedText(vi: "Mốc ban đầu", en: "Findings of before"),
    members: [
      .schemaReference,
      .init(
        "baseline", .array(.object(entry), minimum: 0), required: true, vi: "Những điều đã có",
        en: "What was found before"),
    ])

  static let entry = ObjectShape(
    "baseline entry", doc: LocalizedText(vi: "Một điều đã có", en: "One finding of before"),
    members: [
      .init("rule", .text, required: true, vi: "Quy tắc soát gói", en: "The lint rule"),
      .init("file", .text, vi: "Tệp", en: "Its file within the rules folder"),
      .init(
        "fingerprint", .text, required: true, vi: "Dấu vân của điều ấy, không đổi khi dòng dịch chỗ",
        en: "What stays the same while lines move"),
    ])
}
