import JSON

extension DistinctKind {
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "cluster", "title": { "vi": "Cụm", "en": "Cluster" },
      "fields": { "memberIds": { "type": "list", "of": { "type": "string", "maxLength": 64 }, "maxItems": 500 } } } ] }
    """
  private static let fields: Text = """
    { "clusters": { "type": "list", "of": "cluster", "maxItems": 100 }, "unitIds": { "type": "list", "of": { "type": "string", "maxLength": 64 }, "maxItems": 500 } }
    """
  private static let clusters: Text = """
    { "kind": "distinct", "of": "clusters", "by": "item.memberIds", "unique": true, "covers": "unitIds" }
    """
  private static let forms: Text = """
    { "forms": { "type": "list", "of": { "type": "enum", "values": ["regular", "thematic", "perRound"] } } }
    """
  private static let twoForms: Text = #"{ "kind": "distinct", "of": "forms", "atLeast": 2 }"#

  static let examples: [KindExample] = [
    KindExample(
      vi: "Mỗi đơn vị ở đúng một cụm", en: "Each unit in exactly one cluster", fields: fields, model: model,
      rule: clusters,
      record:
        #"{ "clusters": [ { "memberIds": ["a", "b"] }, { "memberIds": ["c"] } ], "unitIds": ["a", "b", "c"] }"#,
      .satisfied(measured: "3")),
    KindExample(
      vi: "Một đơn vị ở hai cụm, một đơn vị không ở cụm nào", en: "One unit in two clusters, one in none",
      fields: fields, model: model, rule: clusters,
      record:
        #"{ "clusters": [ { "memberIds": ["a", "b"] }, { "memberIds": ["b"] } ], "unitIds": ["a", "b", "c"] }"#,
      .violated(distance: "2", failing: ["b", "c"])),
    KindExample(
      vi: "Chỉ có một hình thức", en: "One form only", fields: forms, rule: twoForms,
      record: #"{ "forms": ["regular", "regular"] }"#, .violated(measured: "1", distance: "1")),
    KindExample(
      vi: "Chưa có danh sách", en: "The list is not given", fields: forms, rule: twoForms, record: "{}",
      .undetermined(missing: ["forms"])),
  ]
}
