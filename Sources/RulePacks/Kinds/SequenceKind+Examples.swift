import JSON

extension SequenceKind {
  private static let fields: Text = """
    { "endedOn": { "type": "date" }, "metOn": { "type": "date" }, "decidedOn": { "type": "date" } }
    """
  private static let rule: Text = #"{ "kind": "sequence", "stages": ["endedOn", "metOn", "decidedOn"] }"#
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "exemplar", "title": { "vi": "Điển hình", "en": "Exemplar" },
      "fields": { "name": { "type": "string" }, "foundOn": { "type": "date" }, "spreadOn": { "type": "date" },
        "praisedOn": { "type": "date" } } } ] }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Hai khâu cùng ngày vẫn đúng thứ tự", en: "Two stages on one day are in order",
      fields: fields, rule: rule,
      record: #"{ "endedOn": "2021-11-30", "metOn": "2021-12-10", "decidedOn": "2021-12-10" }"#, .satisfied()),
    KindExample(
      vi: "Khen trước khi họp bình xét", en: "Awarded before the meeting",
      fields: fields, rule: rule,
      record: #"{ "endedOn": "2021-11-30", "metOn": "2021-12-10", "decidedOn": "2021-12-05" }"#,
      .violated(distance: "1", failing: ["decidedOn"])),
    KindExample(
      vi: "Bỏ một khâu là không đạt", en: "A stage that is skipped is a violation",
      fields: fields, rule: rule, record: #"{ "endedOn": "2021-11-30", "decidedOn": "2021-12-05" }"#,
      .violated(missing: ["metOn"], failing: ["metOn"])),
    KindExample(
      vi: "Chưa rõ một khâu, quy tắc cho để ngỏ", en: "Open where the rule says so",
      fields: fields,
      rule: """
        { "kind": "sequence", "stages": ["endedOn", "metOn", "decidedOn"], "strict": true,
          "whenMissing": "undetermined" }
        """,
      record: #"{ "endedOn": "2021-11-30", "metOn": "2021-12-10" }"#, .undetermined(missing: ["decidedOn"])),
    KindExample(
      vi: "Từng điển hình, nêu tên điển hình còn thiếu khâu",
      en: "Each exemplar; those that lack a stage by name",
      fields: #"{ "exemplars": { "type": "list", "of": "exemplar" } }"#, model: model,
      rule: """
        { "kind": "sequence", "of": "exemplars", "name": "item.name", "stages": ["item.foundOn", "item.spreadOn"],
          "anyOrder": ["item.praisedOn"], "minItems": 1 }
        """,
      record: """
        { "exemplars": [
          { "name": "A", "foundOn": "2021-02-01", "spreadOn": "2021-05-01", "praisedOn": "2021-01-15" },
          { "name": "B", "foundOn": "2021-02-01", "praisedOn": "2021-03-01" } ] }
        """,
      .violated(missing: ["exemplars[1].spreadOn"], failing: ["B"])),
  ]
}
