import CEL
import JSON

/// The form of every file that is not a manifest and declares more than one record type.
enum RuleFileForm {
  static let outline = shape.outline

  /// Rules and awards are looked at one by one, because the members of a rule depend on its kind.
  static let shape = ObjectShape(
    "rule file",
    doc: LocalizedText(vi: "Tệp quy tắc", en: "A file of record types, enums, parameters, rules and awards"),
    members: [
      .schemaReference,
      .init(
        "include", .array(.text, minimum: 0), vi: "Các tệp kèm theo",
        en: "Further files, relative to this one"),
      .init(
        "enums", .dictionary(.object(EnumForm.shape), keys: .name), vi: "Danh mục", en: "Enums by name"),
      .init(
        "units", .dictionary(.localized, keys: .any), vi: "Tên gọi của các đơn vị tính",
        en: "Titles of units of measure, by the name that rules and fields declare"),
      .init(
        "recordTypes", .array(.object(RecordTypeForm.shape), minimum: 0), vi: "Loại hồ sơ", en: "Record types"
      ),
      .init(
        "parameters", .dictionary(.object(ParameterForm.shape), keys: .name), vi: "Tham số",
        en: "Parameters by name"),
      .init("rules", .array(.any, minimum: 0), vi: "Quy tắc", en: "Rules"),
      .init(
        "awards", .array(.object(AwardForm.shape), minimum: 0), vi: "Danh hiệu, khen thưởng", en: "Awards"),
      .init(
        "scores", .dictionary(.object(ScoreForm.shape), keys: .name), vi: "Điểm tổng hợp",
        en: "Scores by name"),
      .init(
        "authorities", .dictionary(.localized, keys: .id), vi: "Các cấp có thẩm quyền",
        en: "Titles of those who decide, by the key that awards give"),
      .init(
        "register", .object(RegisterForm.shape), vi: "Sổ quyết định khen thưởng",
        en: "Where past decisions are kept"),
      .init(
        "kinds", .array(.object(TemplateForm.shape), minimum: 0), vi: "Loại quy tắc theo mẫu",
        en: "Template kinds"),
    ])
}
