import JSON

extension ElapsedKind {
  private static let fields: Text = #"{ "achievedOn": { "type": "date" }, "decidedOn": { "type": "date" } }"#
  private static let rule: Text =
    #"{ "kind": "elapsed", "from": "achievedOn", "to": "decidedOn", "atMost": 30 }"#
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "outbreak", "title": { "vi": "Ổ dịch", "en": "Outbreak" },
      "fields": { "name": { "type": "string" }, "foundOn": { "type": "date" }, "endedOn": { "type": "date" } } } ] }
    """

  private static let list: Text = #"{ "outbreaks": { "type": "list", "of": "outbreak" } }"#
  private static let outbreaks: Text = """
    { "kind": "elapsed", "of": "outbreaks", "name": "item.name", "from": "item.foundOn", "to": "item.endedOn",
      "atMost": 21 }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Ngày thứ 30 vẫn kịp", en: "The thirtieth day is in time", fields: fields, rule: rule,
      record: #"{ "achievedOn": "2021-08-01", "decidedOn": "2021-08-31" }"#, .satisfied(measured: "30")),
    KindExample(
      vi: "Chậm một ngày", en: "One day late", fields: fields, rule: rule,
      record: #"{ "achievedOn": "2021-08-01", "decidedOn": "2021-09-01" }"#,
      .violated(measured: "31", distance: "1")),
    KindExample(
      vi: "Chưa khen, đã quá hạn: tính đến ngày xét",
      en: "Not awarded and late: counted to the day of knowledge",
      fields: fields, rule: rule, record: #"{ "achievedOn": "2021-08-20" }"#,
      .violated(measured: "133", distance: "103")),
    KindExample(
      vi: "Chưa khen, còn thời gian", en: "Not awarded, still in time", fields: fields, rule: rule,
      record: #"{ "achievedOn": "2021-12-20" }"#, .notYetDue(missing: ["decidedOn"])),
    KindExample(
      vi: "Không rõ mốc đầu", en: "The first day is not given", fields: fields, rule: rule,
      record: #"{ "decidedOn": "2021-09-01" }"#, .undetermined(missing: ["achievedOn"])),
    KindExample(
      vi: "Mốc sau không được sớm hơn mốc đầu", en: "The second day may not lie before the first",
      fields: fields, rule: rule, record: #"{ "achievedOn": "2021-08-20", "decidedOn": "2021-08-18" }"#,
      .violated(measured: "-2", distance: "2")),
    KindExample(
      vi: "Công khai ít nhất 5 ngày", en: "Published for at least five days",
      fields: #"{ "postedOn": { "type": "date" }, "removedOn": { "type": "date" } }"#,
      rule: #"{ "kind": "elapsed", "from": "postedOn", "to": "removedOn", "atLeast": 5, "open": "unknown" }"#,
      record: #"{ "postedOn": "2021-12-01", "removedOn": "2021-12-04" }"#,
      .violated(measured: "3", distance: "2")),
    KindExample(
      vi: "Từng ổ dịch, nêu tên ổ dịch quá hạn", en: "Each outbreak; those over the limit by name",
      fields: list, model: model, rule: outbreaks,
      record: """
        { "outbreaks": [ { "name": "A", "foundOn": "2021-10-01", "endedOn": "2021-10-15" },
          { "name": "B", "foundOn": "2021-11-01" } ] }
        """,
      .violated(distance: "1", failing: ["B"])),
    KindExample(
      vi: "Một ổ dịch chưa hết mà còn thời gian: chưa đến hạn",
      en: "One outbreak still goes on, with time left: not yet due", fields: list, model: model,
      rule: outbreaks,
      record: """
        { "outbreaks": [ { "name": "A", "foundOn": "2021-10-01", "endedOn": "2021-10-15" },
          { "name": "B", "foundOn": "2021-12-20" } ] }
        """,
      .notYetDue(missing: ["outbreaks[1].endedOn"])),
    KindExample(
      vi: "Ngày phát hiện một ổ dịch không rõ thì để ngỏ",
      en: "Open where the day of one outbreak is not given",
      fields: list, model: model, rule: outbreaks,
      record: """
        { "outbreaks": [ { "name": "A", "foundOn": "2021-12-20" }, { "name": "B", "endedOn": "2021-12-15" } ] }
        """,
      .undetermined(missing: ["outbreaks[0].endedOn", "outbreaks[1].foundOn"])),
    KindExample(
      vi: "Ít nhất một ổ dịch phải có; danh sách rỗng là không đạt",
      en: "There must be one at least; an empty list fails", fields: list, model: model,
      rule: """
        { "kind": "elapsed", "of": "outbreaks", "from": "item.foundOn", "to": "item.endedOn", "atMost": 21,
          "minItems": 1 }
        """,
      record: #"{ "outbreaks": [] }"#, .violated(measured: "0")),
  ]
}
