import CEL
import Evaluator
import JSON

/// The form of a file of cases: records with the outcomes that a pack must give them.
///
/// The records themselves are read by their declared types, not by a shape.
public enum CaseFileForm {
  public static let shape = ObjectShape(
    "case file", doc: LocalizedText(vi: "Tệp tình huống kiểm thử", en: "A file of cases"),
    members: [
      .schemaReference,
      .init(
        "records", .dictionary(.any, keys: .id), vi: "Hồ sơ mẫu dùng chung", en: "Records that cases build on"
      ),
      .init("cases", .array(.object(oneCase), minimum: 0), required: true, vi: "Tình huống", en: "Cases"),
    ])

  static let oneCase = ObjectShape(
    "case", doc: LocalizedText(vi: "Một tình huống", en: "One record and what must come of it"),
    members: [
      .init("name", .text, required: true, vi: "Tên", en: "Name"),
      .init("type", .name, vi: "Loại hồ sơ", en: "Record type; of several records, of those that tell none"),
      .init("asOf", .date, required: true, vi: "Ngày xét", en: "Day of knowledge"),
      .init("record", .any, vi: "Hồ sơ", en: "The record"),
      .init("base", .id, vi: "Hồ sơ mẫu", en: "A record of records"),
      .init("patch", .any, vi: "Chỗ khác với hồ sơ mẫu (RFC 7396)", en: "What differs from base (RFC 7396)"),
      .init(
        "records", .array(.any, minimum: 0), vi: "Nhiều hồ sơ được xét cùng nhau",
        en:
          "Several records, judged together: each itself with its type, or base, record, patch, copies, numbered and step"
      ),
      .init(
        "register", .array(.any, minimum: 0), vi: "Sổ quyết định khen thưởng",
        en: "Past decisions; absent where no register was given"),
      .init(
        "rejected", .dictionary(.integer(minimum: 1), keys: .name), vi: "Số hồ sơ bị trả lại theo loại",
        en: "Records of which nothing is known, by type"),
      .init("set", .dictionary(.any, keys: .name), vi: "Giá trị tham số", en: "Values of parameters"),
      .init("enable", .array(.id, minimum: 0), vi: "Quy tắc được chọn", en: "Rules to choose"),
      .init(
        "expect", .object(expectation), required: true, vi: "Kết quả phải có", en: "What must come of it"),
    ],
    choices: [.exactlyOne(of: ["record", "base", "records"])])

  /// One of several records, where it is not written as it is.
  public static let oneRecord = ObjectShape(
    "record of a case", doc: LocalizedText(vi: "Một hồ sơ của tình huống", en: "A record, or many alike"),
    members: [
      .init("type", .name, vi: "Loại hồ sơ", en: "Record type"),
      .init("record", .any, vi: "Hồ sơ", en: "The record"),
      .init("base", .id, vi: "Hồ sơ mẫu", en: "A record of records"),
      .init("patch", .any, vi: "Chỗ khác (RFC 7396)", en: "What differs (RFC 7396)"),
      .init(
        "copies", .integer(minimum: 1), vi: "Số bản; khóa được thêm -1, -2, …",
        en: "How many; -1, -2 and so on is added to the key"),
      .init(
        "numbered", .array(.name, minimum: 1), vi: "Trường chữ cũng được thêm -1, -2, …",
        en: "Text fields that get the number, too: copies of different subjects"),
      .init(
        "step", .dictionary(.number, keys: .name), vi: "Mỗi bản tăng thêm",
        en: "What number fields grow by from copy to copy"),
    ], choices: [.exactlyOne(of: ["record", "base"])])

  static let expectation = ObjectShape(
    "expectation", doc: LocalizedText(vi: "Kết quả phải có", en: "Only what is named is compared"),
    members: [
      .init(
        "findings", .dictionary(.either([.oneOf(outcomes), .object(finding)]), keys: .id), vi: "Theo quy tắc",
        en: "By rule"),
      .init(
        "verdicts",
        .dictionary(.either([.oneOf(standings), .dictionary(.oneOf(standings), keys: .any)]), keys: .id),
        vi: "Theo danh hiệu", en: "By award; of several records, then by key"),
      .init(
        "records", .dictionary(.object(ofRecord), keys: .any), vi: "Theo hồ sơ (nhiều hồ sơ)",
        en: "Of several records: by key"),
      .init("groups", .array(.object(group), minimum: 1), vi: "Các nhóm", en: "Groups"),
      .init("rosters", .array(.object(roster), minimum: 1), vi: "Các danh sách", en: "Rosters"),
    ])

  static let ofRecord = ObjectShape(
    "expectation of a record",
    doc: LocalizedText(vi: "Kết quả của một hồ sơ", en: "What must come of one record"),
    members: [
      .init(
        "findings", .dictionary(.either([.oneOf(outcomes), .object(finding)]), keys: .id), vi: "Theo quy tắc",
        en: "By rule"),
      .init("verdicts", .dictionary(.oneOf(standings), keys: .id), vi: "Theo danh hiệu", en: "By award"),
    ])

  static let group = ObjectShape(
    "expected group", doc: LocalizedText(vi: "Kết luận của một nhóm", en: "What must come of a group"),
    members: [
      .init("rule", .id, required: true, vi: "Quy tắc", en: "Rule"),
      .init(
        "group", .dictionary(.text, keys: .any), vi: "Nhóm (bỏ trống: toàn bộ)", en: "Group (absent: all)"),
      .init("outcome", .oneOf(outcomes), vi: "Kết luận", en: "Outcome"),
      .init("measured", .any, vi: "Giá trị đo được", en: "Measured value"),
      .init("members", .array(.text, minimum: 0), vi: "Hồ sơ không đạt", en: "Keys of failing members"),
    ])

  static let roster = ObjectShape(
    "expected roster", doc: LocalizedText(vi: "Một danh sách", en: "Lists that are named are compared whole"),
    members: [
      .init("award", .id, required: true, vi: "Danh hiệu", en: "Award"),
      .init(
        "group", .dictionary(.text, keys: .any), vi: "Nhóm (bỏ trống: toàn bộ)", en: "Group (absent: all)"),
      .init("nominated", .array(.text, minimum: 0), vi: "Đề nghị", en: "Nominated, in rank order"),
      .init("reserve", .array(.text, minimum: 0), vi: "Dự bị", en: "Reserve, in rank order"),
      .init("nearMiss", .array(.text, minimum: 0), vi: "Thiếu một tiêu chí", en: "One criterion short"),
      .init("undetermined", .array(.text, minimum: 0), vi: "Chưa kết luận được", en: "Undetermined"),
      .init("provisional", .array(.text, minimum: 0), vi: "Tạm thời", en: "Those whose status may change"),
    ])

  private static let standings = Verdict.Standing.allCases.map(\.name)

  static let finding = ObjectShape(
    "expected finding", doc: LocalizedText(vi: "Kết luận chi tiết", en: "An outcome with details"),
    members: [
      .init("outcome", .oneOf(outcomes), vi: "Kết luận", en: "Outcome"),
      .init("missing", .array(.text, minimum: 0), vi: "Còn thiếu", en: "Paths that are not given"),
      .init("measured", .any, vi: "Giá trị đo được", en: "Measured value"),
      .init("distance", .any, vi: "Phần còn thiếu so với mức", en: "Distance from the limit"),
      .init(
        "remark", .oneOf(["exceeded", "none"]), vi: "Ghi chú; none: không có",
        en: "Remark; none: there is none"),
      .init("failingItems", .array(.text, minimum: 0), vi: "Mục không đạt", en: "Failing items"),
    ])

  private static let outcomes = Outcome.allCases.map(\.name)
}
