import CEL
import Evaluator
import JSON

/// The form of an award.
enum AwardForm {
  static let shape = ObjectShape(
    "award", doc: LocalizedText(vi: "Danh hiệu hoặc hình thức khen thưởng", en: "A title or commendation"),
    members: [
      .init("id", .id, required: true, vi: "Mã", en: "Id"),
      .init("on", .name, required: true, vi: "Loại hồ sơ được xét", en: "Record type that it is given to"),
      .init("title", .localized, required: true, vi: "Tên gọi", en: "Title"),
      .init("cites", .array(.text, minimum: 0), vi: "Căn cứ: KHÓA#vị trí", en: "Grounds: SOURCE#locator"),
      .init(
        "confidence", .oneOf(["verified", "unverified"]), vi: "unverified: căn cứ chưa được kiểm chứng",
        en: "unverified: the fact behind it is not confirmed"),
      .init("when", .expression, vi: "Đối tượng", en: "Whom it is for"),
      .init(
        "requires", .recursive { criterion }, required: true, vi: "Các tiêu chí phải đạt", en: "What it asks"),
      .init("rankBy", .any, vi: "Thứ tự ưu tiên", en: "Order of candidates"),
      .init("quotas", .any, vi: "Tỷ lệ, số lượng tối đa", en: "Quotas"),
      .init("ties", .any, vi: "Cách xử lý khi ngang nhau", en: "What becomes of equals at the line"),
    ])

  /// A rule's id, or a group.
  static let criterion: ValueShape = .either([.id, .object(group)])

  private static let members: ValueShape = .array(.recursive { criterion }, minimum: 0)

  static let group: ObjectShape = ObjectShape(
    "criterion", doc: LocalizedText(vi: "Một nhóm tiêu chí", en: "A group of criteria"),
    members: [
      .init("all", members, vi: "Phải đạt tất cả", en: "All of them"),
      .init("any", members, vi: "Đạt ít nhất một", en: "Any of them"),
      .init(
        "atLeast", .integer(minimum: 1), vi: "Số tiêu chí tối thiểu trong of",
        en: "Least number, of those in of"),
      .init("of", members, vi: "Các tiêu chí cho atLeast", en: "Members for atLeast"),
      .init("every", .object(selection), vi: "Mọi quy tắc được chọn", en: "Every rule of a selection"),
      .init("award", .id, vi: "Danh hiệu khác", en: "Another award"),
      .init(
        "as", .oneOf(["decided", "nominated"]), vi: "Trạng thái của danh hiệu đó",
        en: "Standing of that award"),
    ],
    choices: [.exactlyOne(of: ["all", "any", "atLeast", "every", "award"])])

  static let selection = ObjectShape(
    "selection", doc: LocalizedText(vi: "Cách chọn quy tắc", en: "Which rules"),
    members: [
      .init("severity", .oneOf(Severity.allCases.map(\.name)), vi: "Mức độ", en: "Severity")
    ])
}
