import Evaluator
import JSON

extension ShareKind {
  static let examples = [
    PopulationExample(
      vi: "Trên một nửa phải là trên 50%, không phải đúng 50%", en: "More than half is not half",
      fields: #"{ "held": { "type": "boolean" } }"#,
      rule: #"{ "kind": "share", "where": "held", "moreThan": 50 }"#,
      records: #"[ { "id": "a", "held": true }, { "id": "b", "held": false } ]"#,
      .init(.violated, measured: "50", members: ["b"])),
    PopulationExample(
      vi: "Hai phần ba, so với mức 66,7%", en: "Two of three against 66.7 %",
      fields: #"{ "held": { "type": "boolean" } }"#,
      rule: #"{ "kind": "share", "where": "held", "atLeast": 66.7 }"#,
      records: #"[ { "id": "a", "held": true }, { "id": "b", "held": true }, { "id": "c", "held": false } ]"#,
      .init(.violated, members: ["c"])),
    PopulationExample(
      vi: "Cũng tỷ lệ ấy khi quy định cho làm tròn đến một chữ số", en: "The same rounded to one place",
      fields: #"{ "held": { "type": "boolean" } }"#,
      rule: #"{ "kind": "share", "where": "held", "atLeast": 66.7, "places": 1 }"#,
      records: #"[ { "id": "a", "held": true }, { "id": "b", "held": true }, { "id": "c", "held": false } ]"#,
      .init(.satisfied, measured: "66.7")),
    PopulationExample(
      vi: "Người chưa rõ kết quả không đổi được kết luận", en: "One who is open changes nothing",
      fields: #"{ "held": { "type": "boolean" } }"#,
      rule: #"{ "kind": "share", "where": "held", "atLeast": 50 }"#,
      records: #"[ { "id": "a", "held": true }, { "id": "b" } ]"#, .init(.satisfied)),
    PopulationExample(
      vi: "Hồ sơ bị trả lại vẫn tính là một hồ sơ chưa rõ",
      en: "A rejected record still counts as one that is open",
      fields: #"{ "held": { "type": "boolean" } }"#,
      rule: #"{ "kind": "share", "where": "held", "atLeast": 60 }"#,
      records: #"[ { "id": "a", "held": true } ]"#, rejected: 1, .init(.undetermined)),
  ]
}
