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
      vi: "Chưa rõ thành tích của một hồ sơ", en: "The achievement of one record is open", fields: fields,
      rule: #"{ "kind": "unique", "by": "achievement" }"#,
      records: #"[ { "id": "a", "achievement": "x" }, { "id": "b" } ]"#, .init(.undetermined)),
  ]
}
