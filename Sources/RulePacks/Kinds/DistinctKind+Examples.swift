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

  private static let exemplar: Text = """
    { "recordTypes": [ { "recordType": "exemplar", "title": { "vi": "Điển hình", "en": "Exemplar" },
      "fields": { "field": { "type": "enum", "values": ["economy", "culture", "health"] } } } ] }
    """
  private static let exemplars: Text = #"{ "exemplars": { "type": "list", "of": "exemplar" } }"#

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
    KindExample(
      vi: "Các giá trị đã biết đủ rồi thì giá trị chưa biết không cần nữa",
      en: "Where the known values are enough, one that is not given is not needed", fields: exemplars,
      model: exemplar, rule: #"{ "kind": "distinct", "of": "exemplars", "by": "item.field", "atLeast": 2 }"#,
      record: #"{ "exemplars": [ { "field": "economy" }, { "field": "culture" }, {} ] }"#, .satisfied()),
    KindExample(
      vi: "Giá trị chưa biết là gì cũng không đủ", en: "Too few whatever the one that is not given may be",
      fields: exemplars, model: exemplar,
      rule: #"{ "kind": "distinct", "of": "exemplars", "by": "item.field", "atLeast": 3 }"#,
      record: #"{ "exemplars": [ { "field": "economy" }, {} ] }"#, .violated()),
    KindExample(
      vi: "Giá trị chưa biết có thể là giá trị còn thiếu thì để ngỏ",
      en: "Open where the one that is not given may be the one that is lacking", fields: exemplars,
      model: exemplar, rule: #"{ "kind": "distinct", "of": "exemplars", "by": "item.field", "atLeast": 2 }"#,
      record: #"{ "exemplars": [ { "field": "economy" }, {} ] }"#,
      .undetermined(missing: ["exemplars[1].field"])),
    KindExample(
      vi: "Hai giá trị đã trùng nhau", en: "Two are the same already", fields: exemplars, model: exemplar,
      rule: #"{ "kind": "distinct", "of": "exemplars", "by": "item.field" }"#,
      record: #"{ "exemplars": [ { "field": "economy" }, { "field": "economy" }, {} ] }"#,
      .violated(failing: ["economy"])),
  ]
}
