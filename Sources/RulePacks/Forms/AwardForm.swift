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
      .init(
        "form", .text, vi: "Hình thức khen thưởng: mỗi năm một lần cho một đối tượng",
        en: "Form of commendation: one for a subject and year"),
      .init(
        "subject", .expression, vi: "Mã đối tượng được khen (mặc định: mã hồ sơ)",
        en: "Text that names who receives it (the record's key unless told)"),
      .init(
        "year", .expression, vi: "Năm xét (mặc định: năm của ngày áp dụng)",
        en: "Year that it is for (that of the law date unless told)"),
      .init(
        "notWith", .array(.id, minimum: 1), vi: "Không xét cho người đã được đề nghị danh hiệu này",
        en: "Not for those who are nominated for one of these awards"),
      .init(
        "rankBy", .array(.object(RosterForm.rankKey), minimum: 1), vi: "Thứ tự ưu tiên",
        en: "Order of candidates"),
      .init(
        "per", RosterForm.groupKeys, vi: "Chia danh sách theo (mặc định: per của quota đầu tiên)",
        en: "What rosters are divided by (per of the first quota unless told)"),
      .init(
        "quotas", .array(.object(RosterForm.quota), minimum: 1), vi: "Tỷ lệ, số lượng tối đa", en: "Quotas"),
      .init(
        "ties", .oneOf(TieRule.allCases.map(\.name)), vi: "Cách xử lý khi ngang nhau (mặc định: exclude)",
        en: "What becomes of equals at the line (exclude unless told)"),
      .init(
        "decidedBy", .either([.id, .array(.object(RosterForm.authorityCase), minimum: 1)]),
        vi: "Người có thẩm quyền quyết định", en: "Who decides"),
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
