import JSON

extension CadenceKind {
  private static let model: Text = """
    { "recordTypes": [ { "recordType": "report", "title": { "vi": "Báo cáo", "en": "Report" },
      "fields": { "month": { "type": "period" }, "sentOn": { "type": "date" }, "isNil": { "type": "boolean" },
        "names": { "type": "list", "of": "string", "maxItems": 50 } } } ] }
    """
  private static let fields: Text = #"{ "reports": { "type": "list", "of": "report", "maxItems": 200 } }"#
  private static let rule: Text = """
    { "kind": "cadence", "of": "reports", "at": "item.month", "every": "month", "from": "2021-03",
      "to": "2021-12" }
    """
  private static let untilMay: Text = """
    { "reports": [ { "month": "2021-03" }, { "month": "2021-04" }, { "month": "2021-05" } ] }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Giữa năm chỉ tính các kỳ đã kết thúc", en: "In mid-year only periods that have ended count",
      fields: fields, model: model, rule: rule, record: untilMay, asOf: "2021-06-29",
      .satisfied(measured: "3")),
    KindExample(
      vi: "Tháng kết thúc vào ngày xét là đến hạn", en: "A month that ends on the day of knowledge is due",
      fields: fields, model: model, rule: rule, record: untilMay, asOf: "2021-06-30",
      .violated(measured: "3", distance: "1", failing: ["2021-06"])),
    KindExample(
      vi: "Còn trong số ngày được nộp muộn", en: "Still within the days of lag",
      fields: fields, model: model,
      rule: """
        { "kind": "cadence", "of": "reports", "at": "item.month", "every": "month", "from": "2021-03",
          "to": "2021-12", "lagDays": 30 }
        """,
      record: untilMay, asOf: "2021-07-30", .satisfied(measured: "3")),
    KindExample(
      vi: "Chưa kỳ nào đến hạn", en: "No period is due yet", fields: fields, model: model, rule: rule,
      record: #"{ "reports": [] }"#, asOf: "2021-03-30", .notYetDue(missing: [])),
    KindExample(
      vi: "Đã đủ mọi kỳ trước khi đến hạn", en: "The whole series is there before any of it is due",
      fields: fields, model: model,
      rule: """
        { "kind": "cadence", "of": "reports", "at": "item.month", "every": "year", "from": "2021", "to": "2021",
          "lagDays": 30 }
        """,
      record: #"{ "reports": [ { "month": "2021" } ] }"#, asOf: "2021-12-29", .satisfied(measured: "0")),
    KindExample(
      vi: "Không rõ báo cáo thuộc kỳ nào", en: "A report without its period", fields: fields, model: model,
      rule: rule, record: #"{ "reports": [ { "month": "2021-03" }, { "isNil": true } ] }"#,
      asOf: "2021-04-30", .undetermined(missing: ["reports[1].month"])),
    KindExample(
      vi: "Báo cáo không nêu ai và cũng không ghi không phát sinh thì chưa tính",
      en: "A report that names no one and isn't nil doesn't count", fields: fields, model: model,
      rule: """
        { "kind": "cadence", "of": "reports", "at": "item.sentOn", "every": "quarter", "from": "2021-01-01",
          "to": "2021", "counts": "item.isNil || item.names.exists(n, true)" }
        """,
      record: """
        { "reports": [ { "sentOn": "2021-01-05", "isNil": true, "names": [] },
          { "sentOn": "2021-06-30", "isNil": false, "names": ["A"] },
          { "sentOn": "2021-07-01", "isNil": false, "names": [] } ] }
        """,
      asOf: "2021-09-30", .violated(measured: "2", distance: "1", failing: ["2021-Q3"])),
    KindExample(
      vi: "Được thiếu một tháng, không được thiếu hai tháng liền nhau",
      en: "One month may be missing, not two in a row", fields: fields, model: model,
      rule: """
        { "kind": "cadence", "of": "reports", "at": "item.month", "every": "month", "from": "2021-03",
          "to": "2021-12", "maxGap": 1 }
        """,
      record: untilMay, asOf: "2021-07-31", .violated(failing: ["2021-06", "2021-07"])),
  ]
}
