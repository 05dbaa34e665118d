import JSON

extension ThresholdKind {
  static let examples: [KindExample] = [
    KindExample(
      vi: "Vừa đúng mức tối thiểu là đạt", en: "The minimum itself is met",
      fields: #"{ "forestCover": { "type": "number", "unit": "%" } }"#,
      rule: #"{ "kind": "threshold", "value": "forestCover", "atLeast": 67.1, "unit": "%" }"#,
      record: #"{ "forestCover": 67.10 }"#, .satisfied(measured: "67.1")),
    KindExample(
      vi: "Thấp hơn mức tối thiểu", en: "Below the minimum",
      fields: #"{ "forestCover": { "type": "number", "unit": "%" } }"#,
      rule: #"{ "kind": "threshold", "value": "forestCover", "atLeast": 67.1, "unit": "%" }"#,
      record: #"{ "forestCover": 65 }"#, .violated(measured: "65", distance: "2.1")),
    KindExample(
      vi: "Chưa có số liệu", en: "The figure is not given",
      fields: #"{ "forestCover": { "type": "number", "unit": "%" } }"#,
      rule: #"{ "kind": "threshold", "value": "forestCover", "atLeast": 67.1, "unit": "%" }"#,
      record: "{}", .undetermined(missing: ["forestCover"])),
    KindExample(
      vi: "Tỷ lệ tính từ số đếm được so sánh chính xác", en: "A share of counts is compared exactly",
      fields: #"{ "winners": { "type": "integer" }, "members": { "type": "integer" } }"#,
      rule: #"{ "kind": "threshold", "value": "percent(winners, members)", "atMost": 15, "unit": "%" }"#,
      record: #"{ "winners": 9, "members": 60 }"#, .satisfied(measured: "15")),
    KindExample(
      vi: "Mức là một số liệu khác của hồ sơ; vượt thì ghi chú",
      en: "The limit is another figure; passing it is remarked",
      fields: #"{ "revenue": { "type": "number" }, "assigned": { "type": "number" } }"#,
      rule: #"{ "kind": "threshold", "value": "revenue", "atLeast": "assigned", "reportExceeded": true }"#,
      record: #"{ "revenue": 1200.5, "assigned": 1100 }"#,
      .satisfied(measured: "1200.5", exceeded: true)),
    KindExample(
      vi: "Vượt đầu trên của khoảng vẫn đạt khi càng cao càng tốt",
      en: "Above a band is met where higher is better",
      fields: #"{ "growth": { "type": "number" } }"#,
      rule: #"{ "kind": "threshold", "value": "growth", "between": [8, 9], "direction": "higherIsBetter" }"#,
      record: #"{ "growth": 9.4 }"#, .satisfied(measured: "9.4", exceeded: true)),
    KindExample(
      vi: "Ngoài khoảng hai phía, đã nới bằng biên cho phép",
      en: "Outside a two-sided band widened by a tolerance",
      fields: #"{ "share": { "type": "number" } }"#,
      rule: #"{ "kind": "threshold", "value": "share", "between": [55, 56], "tolerance": 0.5 }"#,
      record: #"{ "share": 56.7 }"#, .violated(measured: "56.7", distance: "0.2")),
    KindExample(
      vi: "Hai xã trên ba đã là đủ, xã chưa rõ không cần nữa",
      en: "Two communes of three are enough, whatever the one that is not given", fields: communes,
      model: commune,
      rule: twoThirds, record: #"{ "communes": [ { "isStrong": true }, {}, { "isStrong": true } ] }"#,
      .satisfied()),
    KindExample(
      vi: "Xã chưa rõ thế nào cũng không đủ", en: "Too few whatever the commune that is not given",
      fields: communes, model: commune, rule: twoThirds,
      record: #"{ "communes": [ { "isStrong": false }, {}, { "isStrong": false } ] }"#, .violated()),
    KindExample(
      vi: "Còn tùy xã chưa rõ", en: "Open where the commune that is not given decides", fields: communes,
      model: commune, rule: twoThirds,
      record: #"{ "communes": [ { "isStrong": true }, {}, { "isStrong": false } ] }"#,
      .undetermined(missing: ["communes[1].isStrong"])),
  ]

  private static let communes: Text = #"{ "communes": { "type": "list", "of": "commune" } }"#
  private static let commune: Text = """
    { "recordTypes": [ { "recordType": "commune", "title": { "vi": "Xã", "en": "Commune" },
      "fields": { "isStrong": { "type": "boolean" } } } ] }
    """
  private static let twoThirds: Text = """
    { "kind": "threshold", "value": "percent(size(communes.filter(c, c.isStrong)), size(communes))", "atLeast": 66,
      "unit": "%" }
    """
}
