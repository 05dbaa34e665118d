import CEL
import JSON

/// The form of a parameter.
enum ParameterForm {
  static let types: [Text] = [
    "string", "integer", "number", "boolean", "date", "period", "enum", "list",
  ]

  static let shape = ObjectShape(
    "parameter", doc: LocalizedText(vi: "Tham số", en: "A value that a committee or the law sets"),
    members: [
      .init("title", .localized, required: true, vi: "Tên gọi", en: "Title"),
      .init("type", .oneOf(types), required: true, vi: "Kiểu", en: "Type"),
      .init(
        "of", .either([.text, .recursive { .object(FieldForm.elementShape) }]),
        vi: "Kiểu phần tử hoặc tên danh mục", en: "Element type or name of the enum"),
      .init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
      .init(
        "setBy", .text, required: true, vi: "Ai quyết định: committee, law, …",
        en: "Who sets it: committee, law, …"),
      .init(
        "values", .array(.object(datedValue), minimum: 1), required: true, vi: "Giá trị theo thời gian",
        en: "Values with the days on which they hold"),
    ])

  static let datedValue = ObjectShape(
    "dated value", doc: LocalizedText(vi: "Giá trị và thời gian hiệu lực", en: "A value and its days"),
    members: SpanForm.shape.members + [
      .init("value", .any, required: true, vi: "Giá trị", en: "Value")
    ])
}
