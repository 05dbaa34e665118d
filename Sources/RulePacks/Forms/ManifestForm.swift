import CEL
import JSON

/// The form of `pack.json`.
enum ManifestForm {
  static let shape = ObjectShape(
    "manifest",
    doc: LocalizedText(vi: "Bản khai của một gói quy tắc", en: "The manifest of a rule pack"),
    members: [
      .schemaReference,
      .init("pack", .id, required: true, vi: "Mã của gói", en: "Id of the pack"),
      .init("version", .text, required: true, vi: "Phiên bản", en: "Version"),
      .init("title", .localized, required: true, vi: "Tên gói", en: "Title"),
      .init(
        "period", .object(SpanForm.shape), vi: "Thời gian hiệu lực", en: "Days on which the pack is in force"),
      .init(
        "timeZone", .text, vi: "Độ lệch giờ cố định so với UTC, ví dụ +07:00",
        en: "Fixed offset from UTC, such as +07:00"),
      .init(
        "sources", .dictionary(.object(SourceForm.shape), keys: .id),
        vi: "Văn bản được viện dẫn, theo khóa", en: "Documents that rules cite, by key"),
      .init(
        "include", .array(.text, minimum: 0), vi: "Các tệp của gói, tính từ thư mục của tệp này",
        en: "Files of the pack, relative to this file"),
      .init(
        "extends", .array(.text, minimum: 0),
        vi: "Thư mục của các gói được kế thừa, tính từ thư mục của tệp này",
        en: "Folders of the packs that this one builds on, relative to this file"),
      .init(
        "choose", .dictionary(.boolean, keys: .id), vi: "Các cách hiểu được hội đồng chọn hay bỏ",
        en: "Readings that the committee takes or leaves, by rule"),
      .init(
        "parameters", .dictionary(.object(ParameterForm.shape), keys: .name), vi: "Tham số",
        en: "Parameters by name"),
      .init(
        "lawDate", .text, vi: "Ngày, hoặc trường ngày của hồ sơ, để chọn quy định đang hiệu lực",
        en: "The day that selects what is in force: a date, or the name of a date field of the record"),
      .init(
        "notices", .array(.object(notice), minimum: 0), vi: "Lưu ý in trong mọi báo cáo có liên quan",
        en: "Remarks printed in every report that they touch"),
      .init(
        "lint", .dictionary(.oneOf(["off", "note", "warning", "error"]), keys: .id),
        vi: "Mức độ của từng phép rà soát, hoặc off để tắt",
        en: "Severity of each lint rule, or off"),
    ])

  static let notice = ObjectShape(
    "notice", doc: LocalizedText(vi: "Một lưu ý", en: "A remark"),
    members: [
      .init("from", .date, required: true, vi: "Từ ngày", en: "First day that it touches"),
      .init("text", .localized, required: true, vi: "Nội dung", en: "Text"),
    ])
}

extension ObjectShape.Member {
  /// Names the published schema for editors; any file may have it.
  static let schemaReference = ObjectShape.Member(
    "$schema", .text, vi: "Lược đồ để trình soạn thảo gợi ý", en: "Schema by which editors complete")
}
