import CEL
import JSON

/// The form of a record type, alone in a file or in a list of several.
enum RecordTypeForm {
  static let shape = ObjectShape(
    "record type", doc: LocalizedText(vi: "Loại hồ sơ", en: "The shape of a record or of a section in one"),
    members: [
      .schemaReference,
      .init("recordType", .name, required: true, vi: "Tên loại hồ sơ", en: "Name"),
      .init("key", .array(.name, minimum: 1), vi: "Các trường định danh", en: "Fields that name a record"),
      .init("title", .localized, required: true, vi: "Tên gọi", en: "Title"),
      .init(
        "fields", .dictionary(.object(FieldForm.shape), keys: .name), required: true, vi: "Các trường",
        en: "Fields by name"),
      .init(
        "relations", .dictionary(.object(relation), keys: .name), vi: "Liên kết tới hồ sơ khác",
        en: "Relations to other records"),
    ])

  static let relation = ObjectShape(
    "relation", doc: LocalizedText(vi: "Liên kết", en: "A relation to another record"),
    members: [
      .init("to", .name, required: true, vi: "Loại hồ sơ được trỏ tới", en: "Record type that it leads to"),
      .init("by", .name, required: true, vi: "Trường chứa mã của hồ sơ đó", en: "Field that holds its key"),
    ])
}
