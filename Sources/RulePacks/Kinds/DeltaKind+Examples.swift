import JSON

extension DeltaKind {
  private static let fields: Text = """
    { "accidents": { "type": "integer", "unit": "case" }, "accidentsBefore": { "type": "integer", "unit": "case" } }
    """
  private static let rule: Text = """
    { "kind": "delta", "value": "accidents", "baseline": "accidentsBefore", "better": "lower" }
    """
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "index", "title": { "vi": "Chỉ số", "en": "Index" },
      "fields": { "code": { "type": "string" }, "score": { "type": "number" }, "previous": { "type": "number" },
        "direction": { "type": "enum", "values": ["higher", "lower"] } } } ] }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Tai nạn giảm", en: "Fewer accidents", fields: fields, rule: rule,
      record: #"{ "accidents": 80, "accidentsBefore": 95 }"#, .satisfied(measured: "80")),
    KindExample(
      vi: "Bằng năm trước là chưa giảm", en: "As many as the year before is not fewer", fields: fields,
      rule: rule,
      record: #"{ "accidents": 95, "accidentsBefore": 95 }"#, .violated(measured: "95", distance: "0")),
    KindExample(
      vi: "Không có số liệu năm trước", en: "The year before is not given", fields: fields, rule: rule,
      record: #"{ "accidents": 80 }"#, .undetermined(missing: ["accidentsBefore"])),
    KindExample(
      vi: "Không kém năm trước là đạt", en: "As good as the year before will do",
      fields: #"{ "herd": { "type": "integer" }, "before": { "type": "integer" } }"#,
      rule: #"{ "kind": "delta", "value": "herd", "baseline": "before", "allowEqual": true }"#,
      record: #"{ "herd": 60000, "before": 60000 }"#, .satisfied()),
    KindExample(
      vi: "Tăng ít nhất 8 phần trăm", en: "Up by at least eight per cent",
      fields: #"{ "output": { "type": "number" }, "before": { "type": "number" } }"#,
      rule: #"{ "kind": "delta", "value": "output", "baseline": "before", "by": 8, "in": "percent" }"#,
      record: #"{ "output": 107, "before": 100 }"#, .violated(measured: "7", distance: "1")),
    KindExample(
      vi: "Từng chỉ số theo chiều tốt của nó, nêu tên chỉ số kém",
      en: "Each index its own way; the worse by name",
      fields: #"{ "indices": { "type": "list", "of": "index", "key": "code" } }"#, model: model,
      rule: """
        { "kind": "delta", "of": "indices", "value": "item.score", "baseline": "item.previous",
          "better": "item.direction" }
        """,
      record: """
        { "indices": [ { "code": "PAPI", "score": 43.1, "previous": 42.5, "direction": "higher" },
          { "code": "arrears", "score": 9, "previous": 8, "direction": "lower" } ] }
        """, .violated(failing: ["arrears"])),
  ]
}
