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
      .init("type", .name, required: true, vi: "Loại hồ sơ", en: "Record type"),
      .init("asOf", .date, required: true, vi: "Ngày xét", en: "Day of knowledge"),
      .init("record", .any, vi: "Hồ sơ", en: "The record"),
      .init("base", .id, vi: "Hồ sơ mẫu", en: "A record of records"),
      .init("patch", .any, vi: "Chỗ khác với hồ sơ mẫu (RFC 7396)", en: "What differs from base (RFC 7396)"),
      .init("set", .dictionary(.any, keys: .name), vi: "Giá trị tham số", en: "Values of parameters"),
      .init("enable", .array(.id, minimum: 0), vi: "Quy tắc được chọn", en: "Rules to choose"),
      .init(
        "expect", .object(expectation), required: true, vi: "Kết quả phải có", en: "What must come of it"),
    ],
    choices: [.exactlyOne(of: ["record", "base"])])

  static let expectation = ObjectShape(
    "expectation", doc: LocalizedText(vi: "Kết quả phải có", en: "Only what is named is compared"),
    members: [
      .init(
        "findings", .dictionary(.either([.oneOf(outcomes), .object(finding)]), keys: .id), vi: "Theo quy tắc",
        en: "By rule"),
      .init(
        "verdicts", .dictionary(.oneOf(Verdict.Standing.allCases.map(\.name)), keys: .id),
        vi: "Theo danh hiệu",
        en: "By award"),
    ])

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
