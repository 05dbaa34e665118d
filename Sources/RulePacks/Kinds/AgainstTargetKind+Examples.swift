import JSON

extension AgainstTargetKind {
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "indicator", "title": { "vi": "Chỉ tiêu", "en": "Indicator" },
      "fields": { "code": { "type": "string" }, "target": { "type": "number" }, "actual": { "type": "number" },
        "direction": { "type": "enum", "values": ["higher", "lower"] } } } ] }
    """
  private static let fields: Text = #"{ "indicators": { "type": "list", "of": "indicator", "key": "code" } }"#
  private static let all: Text = """
    { "kind": "againstTarget", "of": "indicators", "minItems": 1, "actual": "item.actual", "target": "item.target",
      "better": "item.direction" }
    """
  private static let exceeding: Text = """
    { "kind": "againstTarget", "of": "indicators", "actual": "item.actual", "target": "item.target",
      "exceed": { "atLeast": 1 } }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Đạt mọi chỉ tiêu, mỗi chỉ tiêu theo chiều của nó", en: "All targets met, each its own way",
      fields: fields, model: model, rule: all,
      record: """
        { "indicators": [ { "code": "revenue", "target": 100, "actual": 100, "direction": "higher" },
          { "code": "poverty", "target": 2.5, "actual": 2.4, "direction": "lower" } ] }
        """, .satisfied(measured: "2")),
    KindExample(
      vi: "Một chỉ tiêu hụt, nêu tên", en: "One target missed, by name", fields: fields, model: model,
      rule: all,
      record: """
        { "indicators": [ { "code": "revenue", "target": 100, "actual": 99.9, "direction": "higher" },
          { "code": "poverty", "target": 2.5, "actual": 2.4, "direction": "lower" } ] }
        """, .violated(distance: "1", failing: ["revenue"])),
    KindExample(
      vi: "Một chỉ tiêu chưa có số thực hiện", en: "One actual is not given", fields: fields, model: model,
      rule: all,
      record: #"{ "indicators": [ { "code": "revenue", "target": 100, "direction": "higher" } ] }"#,
      .undetermined(missing: ["indicators.revenue.actual"])),
    KindExample(
      vi: "Không hụt nhưng cũng không vượt chỉ tiêu nào", en: "None missed, none exceeded", fields: fields,
      model: model, rule: exceeding,
      record: #"{ "indicators": [ { "code": "revenue", "target": 100, "actual": 100 } ] }"#,
      .violated(failing: [])),
    KindExample(
      vi: "Một cặp: bằng chỉ tiêu là chưa vượt", en: "One pair: as much as the target does not exceed it",
      fields: #"{ "revenue": { "type": "number" }, "assigned": { "type": "number" } }"#,
      rule: #"{ "kind": "againstTarget", "actual": "revenue", "target": "assigned", "exceed": true }"#,
      record: #"{ "revenue": 13000000, "assigned": 13000000 }"#,
      .violated(measured: "13000000", distance: "0")),
  ]
}
