import Evaluator
import JSON

extension AggregateKind {
  static let examples = [
    PopulationExample(
      vi: "Trung bình của nhóm", en: "The mean of a group", fields: #"{ "score": { "type": "number" } }"#,
      rule: #"{ "kind": "aggregate", "function": "mean", "value": "score", "atLeast": 8 }"#,
      records: #"[ { "id": "a", "score": 7.5 }, { "id": "b", "score": 8.5 } ]"#,
      .init(.satisfied, measured: "8")),
    PopulationExample(
      vi: "Số hồ sơ tối đa của nhóm", en: "At most two records",
      fields: #"{ "kept": { "type": "boolean" } }"#,
      rule: #"{ "kind": "aggregate", "function": "count", "when": "kept", "atMost": 2 }"#,
      records:
        #"[ { "id": "a", "kept": true }, { "id": "b", "kept": true }, { "id": "c", "kept": true }, { "id": "d", "kept": false } ]"#,
      .init(.violated, measured: "3")),
    PopulationExample(
      vi: "Tổng còn thiếu một số thì chưa kết luận được", en: "A sum that lacks a number is open",
      fields: #"{ "sum": { "type": "number" } }"#,
      rule: #"{ "kind": "aggregate", "function": "sum", "value": "sum", "atLeast": 100 }"#,
      records: #"[ { "id": "a", "sum": 150 }, { "id": "b" } ]"#, .init(.undetermined)),
    PopulationExample(
      vi: "Hồ sơ có thể thuộc nhóm không đổi được số lớn nhất", en: "Whether one counts does not matter",
      fields: #"{ "sum": { "type": "number" }, "kept": { "type": "boolean" } }"#,
      rule: #"{ "kind": "aggregate", "function": "max", "value": "sum", "when": "kept", "atLeast": 100 }"#,
      records: #"[ { "id": "a", "sum": 150, "kept": true }, { "id": "b", "sum": 120 } ]"#,
      .init(.satisfied, measured: "150")),
    PopulationExample(
      vi: "Số lĩnh vực khác nhau", en: "Distinct fields of work",
      fields: #"{ "field": { "type": "string" } }"#,
      rule: #"{ "kind": "aggregate", "function": "distinct", "value": "field", "atLeast": 2 }"#,
      records: #"[ { "id": "a", "field": "x" }, { "id": "b", "field": "x" } ]"#,
      .init(.violated, measured: "1")),
  ]
}
