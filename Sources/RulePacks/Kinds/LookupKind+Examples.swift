import JSON

extension LookupKind {
  private static let fields: Text = """
    { "award": { "type": "string" },
      "authority": { "type": "enum", "ordered": ["unitHead", "districtChairman", "provincialChairman"] } }
    """
  private static let rule: Text = """
    { "kind": "lookup", "key": "award", "value": "authority",
      "table": { "unitCertificate": ["unitHead", "districtChairman"], "provincialCertificate": "provincialChairman" } }
    """
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "movement", "title": { "vi": "Phong trào", "en": "Movement" },
      "fields": { "code": { "type": "enum", "values": ["newRural", "forThePoor"] },
        "lead": { "type": "enum", "values": ["agricultureDept", "labourDept"] } } } ] }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Một trong các cấp có thẩm quyền", en: "One of the levels that are competent", fields: fields,
      rule: rule,
      record: #"{ "award": "unitCertificate", "authority": "districtChairman" }"#,
      .satisfied(measured: "districtChairman")),
    KindExample(
      vi: "Không đúng thẩm quyền", en: "Not the competent level", fields: fields, rule: rule,
      record: #"{ "award": "provincialCertificate", "authority": "unitHead" }"#,
      .violated(measured: "unitHead")),
    KindExample(
      vi: "Bảng không có hình thức khen này", en: "An award that the table lacks", fields: fields, rule: rule,
      record: #"{ "award": "medal", "authority": "provincialChairman" }"#, .violated()),
    KindExample(
      vi: "Chưa rõ ai quyết định", en: "It isn't told who decided", fields: fields, rule: rule,
      record: #"{ "award": "provincialCertificate" }"#, .undetermined(missing: ["authority"])),
    KindExample(
      vi: "Cấp cao hơn cũng được", en: "A higher level will do", fields: fields,
      rule: """
        { "kind": "lookup", "key": "award", "value": "authority", "orAbove": true,
          "table": { "unitCertificate": "unitHead", "districtCertificate": "districtChairman" } }
        """,
      record: #"{ "award": "districtCertificate", "authority": "provincialChairman" }"#, .satisfied()),
    KindExample(
      vi: "Từng phong trào, nêu tên phong trào sai cơ quan thường trực",
      en: "Each movement; those with another lead by name",
      fields: #"{ "movements": { "type": "list", "of": "movement", "maxItems": 100 } }"#, model: model,
      rule: """
        { "kind": "lookup", "of": "movements", "name": "item.code", "key": "item.code", "value": "item.lead",
          "table": { "newRural": "agricultureDept", "forThePoor": "labourDept" } }
        """,
      record: """
        { "movements": [ { "code": "newRural", "lead": "agricultureDept" },
          { "code": "forThePoor", "lead": "agricultureDept" } ] }
        """,
      .violated(failing: ["forThePoor"])),
    KindExample(
      vi: "Để ngỏ khi bảng chưa quy định cho một phong trào, nêu tên phong trào ấy",
      en: "Open where the table lacks a movement, which is named",
      fields: #"{ "movements": { "type": "list", "of": "movement", "maxItems": 100 } }"#, model: model,
      rule: """
        { "kind": "lookup", "of": "movements", "key": "item.code", "value": "item.lead", "unlisted": "undetermined",
          "table": { "newRural": "agricultureDept" } }
        """,
      record: """
        { "movements": [ { "code": "newRural", "lead": "agricultureDept" },
          { "code": "forThePoor", "lead": "agricultureDept" } ] }
        """,
      .undetermined(missing: [], failing: ["forThePoor"])),
  ]
}
