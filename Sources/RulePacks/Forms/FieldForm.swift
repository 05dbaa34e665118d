import CEL
import JSON

/// The form of a field of a record type.
enum FieldForm {
  static let types: [Text] = [
    "string", "integer", "number", "boolean", "date", "period", "timestamp", "enum", "list", "record", "map",
  ]

  static let shape = ObjectShape(
    "field", doc: LocalizedText(vi: "Trường của hồ sơ", en: "A field of a record"),
    members: typeMembers + [
      .init("title", .localized, vi: "Tên trường", en: "Title"),
      .init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
      .init("default", .any, vi: "Giá trị khi hồ sơ không ghi", en: "Value where the record gives none"),
      .init(
        "key", .name, vi: "Trường định danh phần tử của danh sách", en: "Field that names an item of the list"
      ),
      .init(
        "complete", .boolean, vi: "false: danh sách có thể còn thiếu phần tử",
        en: "false: the list may have members that are not given"),
      .init(
        "planned", .boolean, vi: "true: ngày dự kiến, có thể sau ngày xét",
        en: "true: a planned date, which may lie after the day of knowledge"),
    ])

  /// What tells the type alone; an element of a list has no more.
  static let typeMembers: [ObjectShape.Member] =
    [
      .init("type", .oneOf(types), required: true, vi: "Kiểu", en: "Type"),
      .init(
        "of", .either([.text, .recursive { .object(elementShape) }]),
        vi: "Kiểu phần tử, tên danh mục hoặc tên loại hồ sơ",
        en: "Element type, name of the enum or record type"),
      .init("maxItems", .integer(minimum: 0), vi: "Số phần tử tối đa", en: "Largest number of elements"),
      .init("maxLength", .integer(minimum: 0), vi: "Số ký tự tối đa", en: "Largest number of characters"),
    ] + EnumForm.members

  static let elementShape = ObjectShape(
    "element type", doc: LocalizedText(vi: "Kiểu phần tử", en: "The type of a list's elements"),
    members: typeMembers, choices: [.atMostOne(of: ["of", "values", "ordered"])])
}
