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
    "relation", doc: LocalizedText(vi: "Liên kết", en: "A relation to other records"),
    members: [
      .init("to", .name, required: true, vi: "Loại hồ sơ được trỏ tới", en: "Record type that it leads to"),
      .init(
        "by", names, required: true, vi: "Trường chứa mã: của hồ sơ này; khi many, của hồ sơ được trỏ tới",
        en: "Field that holds the key, of this record; with many, of the records that it leads to"),
      .init("many", .boolean, vi: "true: trỏ tới nhiều hồ sơ", en: "true: leads to any number of records"),
      .init(
        "key", names, vi: "Khi many: trường của hồ sơ này mà by bằng (mặc định: mã hồ sơ)",
        en: "With many: fields of this record that by equals (its key unless told)"),
      .init("title", .localized, vi: "Tên liên kết", en: "Title"),
      .init(
        "complete", .boolean, vi: "false: có thể còn hồ sơ chưa nộp",
        en: "false: there may be records that are not given"),
      .init(
        "maxItems", .integer(minimum: 0), vi: "Số hồ sơ tối đa", en: "Largest number of records, for the cost"
      ),
    ])

  /// A field, or several in order of the key.
  private static let names: ValueShape = .either([.name, .array(.name, minimum: 1)])
}
