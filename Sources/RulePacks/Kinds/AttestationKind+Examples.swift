import JSON

extension AttestationKind {
  private static let fields: Text = #"{ "rating": { "type": "integer" }, "ratingRef": { "type": "string" } }"#
  private static let rule: Text = """
    { "kind": "attestation", "value": "rating", "evidence": "ratingRef", "atLeast": 4 }
    """
  private static let gradeFields: Text = """
    { "change": { "type": "enum", "ordered": ["worse", "unchanged", "improved"] }, "ref": { "type": "string" } }
    """
  private static let gradeRule: Text = """
    { "kind": "attestation", "value": "change", "evidence": "ref", "atLeast": "improved" }
    """
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "attested", "title": { "vi": "Xác nhận", "en": "Attestation" },
      "fields": { "value": { "type": "boolean" }, "ref": { "type": "string" } } } ] }
    """
  private static let qualityFields: Text = """
    { "timely": { "type": "record", "of": "attested" }, "open": { "type": "record", "of": "attested" } }
    """
  private static let qualities: Text = """
    { "kind": "attestation", "all": ["timely", "open"], "value": "item.value", "evidence": "item.ref" }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Bốn điểm, có minh chứng", en: "Four points, with evidence", fields: fields, rule: rule,
      record: #"{ "rating": 4, "ratingRef": "12/BC" }"#, .satisfied(measured: "4")),
    KindExample(
      vi: "Hai điểm, có minh chứng", en: "Two points, with evidence", fields: fields, rule: rule,
      record: #"{ "rating": 2, "ratingRef": "12/BC" }"#, .violated(measured: "2")),
    KindExample(
      vi: "Hai điểm mà không có minh chứng thì chưa kết luận",
      en: "Two points without evidence settle nothing",
      fields: fields, rule: rule, record: #"{ "rating": 2 }"#, .undetermined(missing: ["ratingRef"])),
    KindExample(
      vi: "Thang có thứ bậc", en: "A scale of grades", fields: gradeFields, rule: gradeRule,
      record: #"{ "change": "unchanged", "ref": "3/BB" }"#, .violated(measured: "unchanged")),
    KindExample(
      vi: "Một yêu cầu không được xác nhận, nêu tên", en: "One quality is denied, by name",
      fields: qualityFields,
      model: model, rule: qualities,
      record: #"{ "timely": { "value": true, "ref": "1" }, "open": { "value": false, "ref": "2" } }"#,
      .violated(distance: "1", failing: ["open"])),
    KindExample(
      vi: "Trả lời không thì không cần minh chứng", en: "A plain no needs no evidence", fields: qualityFields,
      model: model, rule: qualities,
      record: #"{ "timely": { "value": true }, "open": { "value": false } }"#,
      .violated(distance: "1", failing: ["open"])),
    KindExample(
      vi: "Một yêu cầu chưa có minh chứng", en: "One quality lacks its evidence", fields: qualityFields,
      model: model, rule: qualities,
      record: #"{ "timely": { "value": true, "ref": "1" }, "open": { "value": true } }"#,
      .undetermined(missing: ["open.ref"])),
  ]
}
