import JSON

extension RecipientsKind {
  private static let model: Text = """
    { "enums": { "body": { "values": ["committee", "council", "homeAffairs", "clusterLead", "blocLead"] } },
      "recordTypes": [ { "recordType": "report", "title": { "vi": "Báo cáo", "en": "Report" },
      "fields": { "name": { "type": "string" }, "to": { "type": "list", "of": { "type": "enum", "of": "body" }, "maxItems": 20 },
        "via": { "type": "enum", "of": "body" }, "passedTo": { "type": "enum", "of": "body" } } } ] }
    """
  private static let fields: Text = """
    { "reports": { "type": "list", "of": "report", "maxItems": 200 },
      "distribution": { "type": "list", "of": { "type": "enum", "of": "body" } } }
    """
  private static let list: Text = """
    { "kind": "recipients", "recipients": "distribution", "to": ["committee", "council"] }
    """
  private static let both: Text = """
    { "kind": "recipients", "of": "reports", "together": true, "recipients": "item.to", "via": "item.via",
      "to": [ { "any": ["clusterLead", "blocLead"] }, { "recipient": "council", "via": "homeAffairs" } ] }
    """
  private static let each: Text = """
    { "kind": "recipients", "of": "reports", "name": "item.name", "recipients": "item.to", "onward": "item.passedTo",
      "to": [ { "recipient": "homeAffairs", "onward": "committee" } ] }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Đủ nơi nhận", en: "All recipients", fields: fields, model: model, rule: list,
      record: #"{ "distribution": ["council", "committee", "homeAffairs"] }"#, .satisfied()),
    KindExample(
      vi: "Thiếu một nơi nhận, nêu tên", en: "One recipient is lacking, by name", fields: fields,
      model: model,
      rule: list, record: #"{ "distribution": ["council"] }"#,
      .violated(distance: "1", failing: ["committee"])),
    KindExample(
      vi: "Hai văn bản cùng đáp ứng hai nơi nhận", en: "Two documents serve two recipients", fields: fields,
      model: model, rule: both,
      record: #"{ "reports": [ { "to": ["blocLead"] }, { "to": ["council"], "via": "homeAffairs" } ] }"#,
      .satisfied()),
    KindExample(
      vi: "Gửi thẳng, không qua đầu mối", en: "Sent straight, not through the intermediary", fields: fields,
      model: model, rule: both,
      record: #"{ "reports": [ { "to": ["clusterLead", "council"], "via": "committee" } ] }"#,
      .violated(failing: ["council (via homeAffairs)"])),
    KindExample(
      vi: "Chưa rõ gửi qua đâu", en: "It isn't told through whom", fields: fields, model: model, rule: both,
      record: #"{ "reports": [ { "to": ["clusterLead", "council"] } ] }"#,
      .undetermined(missing: ["reports[0].via"])),
    KindExample(
      vi: "Từng báo cáo phải được chuyển tiếp; nêu tên báo cáo chưa được",
      en: "Each must go on; those that didn't by name",
      fields: fields, model: model, rule: each,
      record: """
        { "reports": [ { "name": "A", "to": ["homeAffairs"], "passedTo": "committee" },
          { "name": "B", "to": ["homeAffairs"], "passedTo": "council" } ] }
        """, .violated(failing: ["B"])),
  ]
}
