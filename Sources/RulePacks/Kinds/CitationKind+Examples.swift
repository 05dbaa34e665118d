import JSON

extension CitationKind {
  private static let fields: Text = #"{ "citations": { "type": "list", "of": "citation" } }"#
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "citation", "title": { "vi": "Viện dẫn", "en": "Citation" },
      "fields": { "code": { "type": "string" }, "number": { "type": "string" }, "issuedOn": { "type": "date" } } } ] }
    """
  private static let rule: Text = """
    { "kind": "citation", "of": "citations", "documents": [ { "number": "05-CT/TW", "issuedOn": "2016-05-15" } ] }
    """
  private static let resolutions: Text = """
    { "kind": "citation", "of": "citations", "require": { "atLeast": 2 },
      "documents": [ { "code": "congress12" }, { "code": "congress16" }, { "code": "congress22" } ] }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Cách ghi khác của cùng một số văn bản", en: "Another way to write the same number",
      fields: fields, model: model, rule: rule,
      record: #"{ "citations": [ { "number": "Số: 05 – ct/tw", "issuedOn": "2016-05-15" } ] }"#,
      .satisfied(measured: "1")),
    KindExample(
      vi: "Đúng số nhưng sai ngày", en: "The number with another date", fields: fields, model: model,
      rule: rule,
      record: #"{ "citations": [ { "number": "05-CT/TW", "issuedOn": "2018-05-15" } ] }"#,
      .violated(distance: "1", failing: ["05-CT/TW (2016-05-15)"])),
    KindExample(
      vi: "Số dài hơn không phải là số đó", en: "A longer number is another", fields: fields, model: model,
      rule: rule, record: #"{ "citations": [ { "number": "105-CT/TW", "issuedOn": "2016-05-15" } ] }"#,
      .violated()),
    KindExample(
      vi: "Chưa rõ ngày của văn bản", en: "The date is not given", fields: fields, model: model, rule: rule,
      record: #"{ "citations": [ { "number": "05-CT/TW" } ] }"#,
      .undetermined(missing: ["citations[0].issuedOn"])),
    KindExample(
      vi: "Văn bản ghi bằng mã không phải văn bản ghi bằng số", en: "A document told by its code is another",
      fields: fields, model: model, rule: rule,
      record: #"{ "citations": [ { "code": "emulationLaw" } ] }"#,
      .violated(distance: "1", missing: [])),
    KindExample(
      vi: "Ít nhất hai trong ba nghị quyết", en: "At least two of three resolutions", fields: fields,
      model: model,
      rule: resolutions, record: #"{ "citations": [ { "code": "congress22" } ] }"#,
      .violated(measured: "1", distance: "1", failing: ["congress12", "congress16"])),
  ]
}
