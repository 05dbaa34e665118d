import JSON

extension InheritKind {
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "target", "title": { "vi": "Chỉ tiêu", "en": "Target" },
      "fields": { "code": { "type": "string" }, "value": { "type": "number" },
        "direction": { "type": "enum", "values": ["higher", "lower"] } } } ] }
    """
  private static let fields: Text = """
    { "own": { "type": "list", "of": "target", "maxItems": 100 }, "above": { "type": "list", "of": "target", "key": "code",
        "maxItems": 200 } }
    """
  private static let weaker: Text = """
    { "kind": "inherit", "of": "own", "key": "item.code", "value": "item.value", "parents": "above",
      "parentKey": "parent.code", "parentValue": "parent.value", "better": "parent.direction",
      "require": "notWeaker" }
    """
  private static let covered: Text = """
    { "kind": "inherit", "of": "contents", "key": "item", "parents": "asked", "parentKey": "parent",
      "parentWhere": "parent in mandate", "require": "covered" }
    """
  private static let texts: Text = """
    { "contents": { "type": "list", "of": "string", "maxItems": 50 }, "asked": { "type": "list", "of": "string", "maxItems": 50 },
      "mandate": { "type": "list", "of": "string", "maxItems": 50 } }
    """
  private static let above: String = """
    "above": [ { "code": "revenue", "value": 100, "direction": "higher" },
      { "code": "poverty", "value": 3, "direction": "lower" } ]
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Không thấp hơn cấp trên, mỗi chỉ tiêu theo chiều của nó", en: "No weaker, each target its own way",
      fields: fields, model: model, rule: weaker,
      record: Text(
        "{ \"own\": [ { \"code\": \"revenue\", \"value\": 105 }, { \"code\": \"poverty\", \"value\": 3 } ], \(above) }"
      ),
      .satisfied(measured: "2")),
    KindExample(
      vi: "Một chỉ tiêu thấp hơn, một chỉ tiêu không có ở cấp trên", en: "One weaker, one unknown above",
      fields: fields, model: model, rule: weaker,
      record: Text(
        "{ \"own\": [ { \"code\": \"poverty\", \"value\": 4 }, { \"code\": \"roads\", \"value\": 3 } ], \(above) }"
      ),
      .violated(distance: "2", failing: ["poverty", "roads"])),
    KindExample(
      vi: "Chưa rõ mức phấn đấu", en: "The own value is not given", fields: fields, model: model,
      rule: weaker,
      record: Text("{ \"own\": [ { \"code\": \"revenue\" } ], \(above) }"),
      .undetermined(missing: ["own[0].value"])),
    KindExample(
      vi: "Bao gồm các nội dung thuộc nhiệm vụ; nêu tên nội dung còn thiếu",
      en: "Contents within the mandate are covered; those lacking by name", fields: texts, rule: covered,
      record: #"{ "contents": ["c1", "c9"], "asked": ["c1", "c2", "c3"], "mandate": ["c1", "c2"] }"#,
      .violated(measured: "2", distance: "1", failing: ["c2"])),
  ]
}
