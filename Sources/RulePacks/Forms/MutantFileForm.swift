import CEL
import JSON

/// The form of `mutants.json`: slips in a pack's rules that change no outcome, so that no case can notice them.
public enum MutantFileForm {
  public static let shape = ObjectShape(
    "mutant file",
    doc: LocalizedText(vi: "Các thay đổi không làm đổi kết luận nào", en: "Changes that change no outcome"),
    members: [
      .schemaReference,
      .init(
        "equivalent", .array(.object(equivalent), minimum: 0), required: true,
        vi: "Thay đổi tương đương với quy tắc đang có", en: "Mutants that mean the same as what they change"),
    ])

  static let equivalent = ObjectShape(
    "equivalent mutant", doc: LocalizedText(vi: "Một thay đổi tương đương", en: "One mutant and why"),
    members: [
      .init("rule", .id, vi: "Quy tắc", en: "The rule that is changed"),
      .init("award", .id, vi: "Danh hiệu, hình thức khen thưởng", en: "The award that is changed"),
      .init("parameter", .name, vi: "Tham số", en: "The parameter that is changed"),
      .init(
        "at", .text, required: true, vi: "Chỗ bị thay đổi: when, between/0", en: "Where: when, between/0"),
      .init(
        "becomes", .any, required: true, vi: "Giá trị thay vào đó; null nếu bị bỏ",
        en: "What stands there instead; null where it is dropped"),
      .init(
        "because", .localized, required: true, vi: "Vì sao không kết luận nào thay đổi",
        en: "Why no outcome changes"),
    ], choices: [.exactlyOne(of: ["rule", "award", "parameter"])])
}
