import Evaluator
import JSON

extension UniqueKind {
  private static let fields: Text = #"{ "achievement": { "type": "string" } }"#

  static let examples = [
    PopulationExample(
      vi: "Mỗi thành tích một lần", en: "Each achievement once", fields: fields,
      rule: #"{ "kind": "unique", "by": "achievement" }"#,
      records: #"[ { "id": "a", "achievement": "x" }, { "id": "b", "achievement": "y" } ]"#,
      .init(.satisfied, measured: "0")),
    PopulationExample(
      vi: "Một thành tích đề nghị hai lần", en: "One achievement twice", fields: fields,
      rule: #"{ "kind": "unique", "by": "achievement" }"#,
      records:
        #"[ { "id": "a", "achievement": "x" }, { "id": "b", "achievement": "y" }, { "id": "c", "achievement": "x" } ]"#,
      .init(.violated, measured: "1", members: ["a", "c"])),
    PopulationExample(
      vi: "Hai hồ sơ có chung một thành tích trong danh sách",
      en: "Two lists of achievements with one in common",
      fields: #"{ "achievements": { "type": "list", "of": { "type": "string" }, "maxItems": 20 } }"#,
      rule: #"{ "kind": "unique", "by": "achievements" }"#,
      records:
        #"[ { "id": "a", "achievements": ["x", "y", "y"] }, { "id": "b", "achievements": ["z", "x"] }, { "id": "c", "achievements": [] } ]"#,
      .init(.violated, measured: "1", members: ["a", "b"])),
    PopulationExample(
      vi: "Chưa rõ thành tích của một hồ sơ", en: "The achievement of one record is open", fields: fields,
      rule: #"{ "kind": "unique", "by": "achievement" }"#,
      records: #"[ { "id": "a", "achievement": "x" }, { "id": "b" } ]"#, .init(.undetermined)),
  ]
}
