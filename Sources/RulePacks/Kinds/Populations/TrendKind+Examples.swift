import Evaluator
import JSON

extension TrendKind {
  private static let fields: Text = """
    { "year": { "type": "integer" }, "yield": { "type": "number" } }
    """

  static let examples = [
    PopulationExample(
      vi: "Sản lượng tăng đúng 5%", en: "Output up by exactly 5 %", fields: fields,
      rule:
        #"{ "kind": "trend", "function": "sum", "value": "yield", "by": "year", "current": 2021, "atLeast": 5 }"#,
      records:
        #"[ { "id": "a", "year": 2020, "yield": 200 }, { "id": "b", "year": 2021, "yield": 100 }, { "id": "c", "year": 2021, "yield": 110 } ]"#,
      .init(.satisfied, measured: "5")),
    PopulationExample(
      vi: "Số vụ không giảm", en: "The number of cases has not fallen",
      fields: #"{ "quarter": { "type": "period" } }"#,
      rule:
        #"{ "kind": "trend", "function": "count", "by": "quarter", "current": "2021-Q1", "measure": "difference", "lessThan": 0 }"#,
      records: #"[ { "id": "a", "quarter": "2020-Q4" }, { "id": "b", "quarter": "2021-Q1" } ]"#,
      .init(.violated, measured: "0")),
    PopulationExample(
      vi: "Kỳ trước còn thiếu số liệu", en: "The period before lacks a number", fields: fields,
      rule:
        #"{ "kind": "trend", "function": "sum", "value": "yield", "by": "year", "current": 2021, "moreThan": 0 }"#,
      records: #"[ { "id": "a", "year": 2020 }, { "id": "b", "year": 2021, "yield": 100 } ]"#,
      .init(.undetermined)),
  ]
}
