import Evaluator
import JSON

extension PartitionKind {
  private static let fields: Text = #"{ "units": { "type": "list", "of": "string" } }"#
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
      "fields": { "id": { "type": "string" } } } ] }
    """

  static let examples = [
    PopulationExample(
      vi: "Mỗi đơn vị một cụm", en: "Each unit in one cluster", fields: fields, model: model,
      rule: #"{ "kind": "partition", "members": "units", "covers": "unit" }"#,
      records:
        #"[ { "id": "a", "units": ["u1"] }, { "id": "b", "units": ["u2"] }, { "type": "unit", "id": "u1" }, { "type": "unit", "id": "u2" } ]"#,
      .init(.satisfied, measured: "0")),
    PopulationExample(
      vi: "Một đơn vị ở hai cụm, một đơn vị không ở cụm nào", en: "One unit in two clusters, one in none",
      fields: fields, model: model, rule: #"{ "kind": "partition", "members": "units", "covers": "unit" }"#,
      records:
        #"[ { "id": "a", "units": ["u1"] }, { "id": "b", "units": ["u1"] }, { "type": "unit", "id": "u1" }, { "type": "unit", "id": "u2" } ]"#,
      .init(.violated, measured: "2", members: ["u1", "u2"])),
    PopulationExample(
      vi: "Một cụm chưa gửi danh sách", en: "One cluster has not sent its list", fields: fields, model: model,
      rule: #"{ "kind": "partition", "members": "units", "covers": "unit" }"#,
      records: #"[ { "id": "a" }, { "type": "unit", "id": "u1" } ]"#, .init(.undetermined)),
  ]
}
