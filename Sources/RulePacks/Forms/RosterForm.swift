import CEL
import Evaluator
import JSON

/// The forms of what makes a roster of candidates: order, quotas, authority.
enum RosterForm {
  /// Texts that together name a group.
  static let groupKeys: ValueShape = .array(.expression, minimum: 0)

  static let rankKey = ObjectShape(
    "rank key", doc: LocalizedText(vi: "Một tiêu chí xếp thứ tự", en: "One key of the order of candidates"),
    members: [
      .init("value", .expression, required: true, vi: "Giá trị", en: "Value"),
      .init(
        "order", .oneOf(["ascending", "descending"]), required: true, vi: "Chiều xếp", en: "Direction"),
      .init("title", .localized, vi: "Tên gọi", en: "Title"),
    ])

  static let quota = ObjectShape(
    "quota", doc: LocalizedText(vi: "Giới hạn số lượng được đề nghị", en: "How many may be nominated"),
    members: [
      .init("share", .object(share), vi: "Tỷ lệ", en: "A share"),
      .init("number", .numberOrExpression, vi: "Số lượng", en: "A number"),
      .init(
        "of", .either([.expression, .object(base)]), vi: "Tính trên những hồ sơ nào (mặc định: mọi hồ sơ)",
        en: "What the share is taken of (all records of the type unless told)"),
      .init("per", groupKeys, vi: "Tính riêng theo", en: "Groups that it holds for, one by one"),
      .init(
        "rounding", .oneOf(Quota.Rounding.allCases.map(\.name)), vi: "Cách làm tròn (mặc định: down)",
        en: "Rounding (down unless told)"),
      .init("ceiling", .boolean, vi: "true: không bao giờ được vượt", en: "true: never to be exceeded"),
      .init("when", .expression, vi: "Điều kiện theo tham số", en: "Whether it is in force, by parameters"),
      .init("title", .localized, vi: "Tên gọi", en: "Title"),
      .init("cites", .array(.text, minimum: 0), vi: "Căn cứ: KHÓA#vị trí", en: "Grounds: SOURCE#locator"),
    ], choices: [.exactlyOne(of: ["share", "number"])])

  static let share = ObjectShape(
    "share of a quota", doc: LocalizedText(vi: "Tỷ lệ", en: "A percentage"),
    members: [
      .init("value", .numberOrExpression, required: true, vi: "Giá trị", en: "Value"),
      .init("unit", .oneOf(["%"]), required: true, vi: "Đơn vị", en: "Unit"),
    ])

  static let base = ObjectShape(
    "base of a quota",
    doc: LocalizedText(vi: "Hồ sơ theo danh hiệu khác", en: "Records by how they stand with an award"),
    members: [
      .init(
        "award", .either([.id, .array(.id, minimum: 1)]), required: true,
        vi: "Danh hiệu, hoặc một trong các danh hiệu",
        en: "Award, or any of several"),
      .init(
        "as", .oneOf(Quota.Standing.allCases.map(\.name)), required: true, vi: "Trạng thái", en: "Standing"),
    ])

  static let authorityCase = ObjectShape(
    "authority case", doc: LocalizedText(vi: "Thẩm quyền quyết định", en: "Who decides, for whom it holds"),
    members: [
      .init("when", .expression, vi: "Điều kiện", en: "Condition"),
      .init("authority", .id, required: true, vi: "Cấp có thẩm quyền", en: "Authority, by key"),
    ])
}
