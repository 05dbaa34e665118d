import CEL
import Evaluator
import JSON

/// The form of a template kind: parameters, and a rule of another kind in which they are put.
enum TemplateForm {
  static let shape = ObjectShape(
    "template kind",
    doc: LocalizedText(
      vi: "Loại quy tắc theo mẫu: một quy tắc của loại khác có chỗ điền tham số",
      en: "A template kind: a rule of another kind with places for parameters"),
    members: [
      .init("kind", .name, required: true, vi: "Tên loại quy tắc", en: "Name, as rules write it"),
      .init("title", .localized, required: true, vi: "Tên gọi", en: "Title"),
      .init("doc", .localized, required: true, vi: "Mô tả", en: "What it asks"),
      .init(
        "parameters", .dictionary(.object(parameter), keys: .name), vi: "Tham số", en: "Parameters by name"),
      .init(
        "rule", .any, required: true, vi: "Quy tắc mẫu; {tên} là chỗ điền tham số",
        en: "The rule; {name} is the place of a parameter"),
      .init(
        "examples", .array(.object(example), minimum: 0), vi: "Ví dụ, cũng là kiểm thử",
        en: "Examples, which are tests too"),
    ])

  static let parameter = ObjectShape(
    "template parameter", doc: LocalizedText(vi: "Tham số của mẫu", en: "A parameter of a template"),
    members: [
      .init("title", .localized, required: true, vi: "Ý nghĩa", en: "What it says"),
      .init(
        "type", .oneOf(TemplateType.allCases.map { Text($0.rawValue) }), required: true, vi: "Kiểu",
        en: "Type"),
      .init("default", .any, vi: "Giá trị khi quy tắc không nêu", en: "Value where a rule is silent"),
      .init("required", .boolean, vi: "true: quy tắc phải nêu", en: "true: a rule must give it"),
    ],
    choices: [.atMostOne(of: ["default", "required"])])

  static let example = ObjectShape(
    "template example",
    doc: LocalizedText(
      vi: "Ví dụ; fields và model không nêu thì như ví dụ trước",
      en: "An example; fields and model are those of the one before where not given"),
    members: [
      .init("title", .localized, required: true, vi: "Ví dụ cho thấy gì", en: "What it shows"),
      .init("fields", .any, vi: "Các trường của hồ sơ", en: "Fields of the record"),
      .init("model", .any, vi: "Các loại hồ sơ, danh mục kèm theo", en: "Record types and enums besides"),
      .init("rule", .any, required: true, vi: "Tham số của quy tắc", en: "The parameters of the rule"),
      .init("record", .any, required: true, vi: "Hồ sơ", en: "The record"),
      .init("asOf", .date, vi: "Ngày xét", en: "Day of knowledge"),
      .init(
        "expect", .either([.oneOf(Outcome.allCases.map(\.name)), .object(CaseFileForm.finding)]),
        required: true,
        vi: "Kết quả phải có", en: "What must come of it"),
    ])

  /// Members of every rule that a template may set; the rest belong to the rule that uses it.
  static let commonMembers: Set<Text> = ["kind", "due", "whenMissing", "message"]
}
