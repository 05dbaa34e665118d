import CEL
import Evaluator
import JSON

/// The form of a score.
enum ScoreForm {
  static let shape = ObjectShape(
    "score", doc: LocalizedText(vi: "Điểm tổng hợp", en: "A number made of the points of rules"),
    members: [
      .init("on", .name, required: true, vi: "Loại hồ sơ", en: "Record type"),
      .init("title", .localized, required: true, vi: "Tên gọi", en: "Title"),
      .init("parts", .array(.object(part), minimum: 1), required: true, vi: "Các thành phần", en: "Parts"),
    ] + range)

  static let part = ObjectShape(
    "part of a score", doc: LocalizedText(vi: "Một thành phần của điểm", en: "Points or a value"),
    members: [
      .init("rules", .array(.id, minimum: 1), vi: "Quy tắc cho điểm", en: "Rules whose points are added"),
      .init(
        "every", .object(AwardForm.selection), vi: "Mọi quy tắc có điểm được chọn",
        en: "Every rule with points of a selection"),
      .init("value", .expression, vi: "Con số", en: "A number"),
      .init("weight", .numberOrExpression, vi: "Hệ số", en: "Factor"),
    ] + range, choices: [.exactlyOne(of: ["rules", "every", "value"])])

  private static let range: [ObjectShape.Member] = [
    .init("atLeast", .numberOrExpression, vi: "Điểm tối thiểu", en: "Lowest, a cap on deductions"),
    .init("atMost", .numberOrExpression, vi: "Điểm tối đa", en: "Highest, a cap on bonuses"),
  ]
}
