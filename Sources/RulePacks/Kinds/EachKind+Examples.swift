import JSON

extension EachKind {
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "commune", "title": { "vi": "Xã", "en": "Commune" },
      "fields": { "name": { "type": "string" }, "criteria": { "type": "integer" }, "isTown": { "type": "boolean" } } } ] }
    """
  private static let fields: Text = #"{ "communes": { "type": "list", "of": "commune" } }"#

  static let examples: [KindExample] = [
    KindExample(
      vi: "Mọi xã đạt từ 10 tiêu chí", en: "Every commune has 10 criteria or more",
      fields: fields, model: model,
      rule: #"{ "kind": "each", "of": "communes", "holds": "item.criteria >= 10", "name": "item.name" }"#,
      record:
        #"{ "communes": [ { "name": "Ba Vinh", "criteria": 12 }, { "name": "Ba Bích", "criteria": 10 } ] }"#,
      .satisfied(measured: "2")),
    KindExample(
      vi: "Một xã không đạt, nêu tên", en: "One commune fails, by name",
      fields: fields, model: model,
      rule: #"{ "kind": "each", "of": "communes", "holds": "item.criteria >= 10", "name": "item.name" }"#,
      record:
        #"{ "communes": [ { "name": "Ba Vinh", "criteria": 12 }, { "name": "Ba Bích", "criteria": 9 } ] }"#,
      .violated(distance: "1", failing: ["Ba Bích"])),
    KindExample(
      vi: "Thiếu số liệu của một xã thì để ngỏ", en: "Open where one commune's figure is not given",
      fields: fields, model: model,
      rule: #"{ "kind": "each", "of": "communes", "holds": "item.criteria >= 10", "name": "item.name" }"#,
      record: #"{ "communes": [ { "name": "Ba Vinh", "criteria": 12 }, { "name": "Ba Bích" } ] }"#,
      .undetermined(missing: ["communes[1].criteria"], failing: [])),
    KindExample(
      vi: "Chỉ xét thị trấn; phải có ít nhất một", en: "Only towns are looked at; there must be one",
      fields: fields, model: model,
      rule:
        #"{ "kind": "each", "of": "communes", "where": "item.isTown", "holds": "item.criteria >= 10", "minItems": 1 }"#,
      record: #"{ "communes": [ { "name": "Ba Bích", "criteria": 9, "isTown": false } ] }"#,
      .violated(measured: "0", failing: [])),
    KindExample(
      vi: "Ít nhất hai xã đạt; mục không có tên được gọi bằng số thứ tự",
      en: "At least two; items without a name go by index",
      fields: fields, model: model,
      rule:
        #"{ "kind": "each", "of": "communes", "holds": "item.criteria >= 10", "require": { "atLeast": 2 } }"#,
      record: #"{ "communes": [ { "criteria": 12 }, { "criteria": 9 } ] }"#,
      .violated(measured: "1", distance: "1", failing: ["1"])),
    KindExample(
      vi: "Không xã nào được dưới 5 tiêu chí", en: "No commune may be below 5",
      fields: fields, model: model,
      rule:
        #"{ "kind": "each", "of": "communes", "holds": "item.criteria < 5", "require": "none", "name": "item.name" }"#,
      record:
        #"{ "communes": [ { "name": "Ba Vinh", "criteria": 12 }, { "name": "Ba Bích", "criteria": 4 } ] }"#,
      .violated(distance: "1", failing: ["Ba Bích"])),
  ]
}
