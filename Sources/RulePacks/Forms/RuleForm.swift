import CEL
import Evaluator
import JSON

/// The members that every rule has, whatever its kind.
enum RuleForm {
  static let shape = ObjectShape(
    "rule", doc: LocalizedText(vi: "Một tiêu chí", en: "One criterion"),
    members: [
      .init("id", .id, required: true, vi: "Mã quy tắc", en: "Id"),
      .init("kind", .text, required: true, vi: "Loại quy tắc", en: "Kind"),
      .init("on", .name, required: true, vi: "Loại hồ sơ được xét", en: "Record type that it is checked on"),
      .init("when", .expression, vi: "Điều kiện áp dụng", en: "Whom it binds"),
      .init("title", .localized, required: true, vi: "Tên tiêu chí", en: "Title"),
      .init("cites", .array(.text, minimum: 0), vi: "Căn cứ: KHÓA#vị trí", en: "Grounds: SOURCE#locator"),
      .init(
        "severity", .oneOf(Severity.allCases.map(\.name)), vi: "Mức độ (mặc định: mandatory)",
        en: "How it counts in reports (mandatory unless told)"),
      .init(
        "confidence", .oneOf(["verified", "unverified"]), vi: "unverified: căn cứ chưa được kiểm chứng",
        en: "unverified: the fact behind it is not confirmed"),
      .init(
        "due", .expression, vi: "Ngày cuối cùng còn tính: ngày, hoặc biểu thức",
        en: "Last day on which fulfilment counts: a date or an expression"),
      .init(
        "whenMissing", .oneOf(["violated", "undetermined"]), vi: "Kết luận khi thiếu căn cứ",
        en: "What a missing paper means once it is due"),
      .init(
        "period", .object(SpanForm.shape), vi: "Thời gian hiệu lực", en: "Law dates on which it is in force"),
      .init(
        "enabled", .boolean, vi: "false: cách hiểu mà hội đồng phải chọn mới dùng",
        en: "false: a reading that the committee must choose"),
      .init(
        "points", .either([.numberOrExpression, .recursive { .object(points) }]),
        vi: "Điểm khi đạt, hoặc theo kết luận", en: "What it adds to scores where met, or by outcome"),
      .init("message", .object(message), vi: "Lời văn riêng theo kết luận", en: "Own wording by outcome"),
      .init(
        "replaces", .id, vi: "Quy tắc của gói được kế thừa mà quy tắc này thay",
        en: "Inherited rule that it replaces"),
    ])

  static let points = ObjectShape(
    "points", doc: LocalizedText(vi: "Điểm theo kết luận", en: "What a rule adds to scores"),
    members: [
      .init("satisfied", .numberOrExpression, vi: "Khi đạt", en: "Where met"),
      .init("violated", .numberOrExpression, vi: "Khi không đạt (số âm: trừ điểm)", en: "Where not met"),
    ])

  static let message = ObjectShape(
    "message", doc: LocalizedText(vi: "Lời văn theo kết luận", en: "Wording by outcome"),
    members: [
      .init("satisfied", .localized, vi: "Khi đạt", en: "Where met"),
      .init("violated", .localized, vi: "Khi không đạt", en: "Where not met"),
      .init("undetermined", .localized, vi: "Khi chưa đủ căn cứ", en: "Where it can't be told"),
      .init("notYetDue", .localized, vi: "Khi chưa đến hạn", en: "Where there is still time"),
    ])
}
