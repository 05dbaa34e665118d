import JSON

extension HistoryKind {
  private static let model: Text = """
    { "recordTypes": [
      { "recordType": "result", "title": { "vi": "Kết quả năm", "en": "Result of a year" }, "fields": {
        "year": { "type": "integer" }, "grade": { "type": "enum", "ordered": ["completed", "good", "excellent"] } } },
      { "recordType": "decision", "title": { "vi": "Quyết định", "en": "Decision" }, "fields": {
        "year": { "type": "integer" }, "title": { "type": "string" },
        "kind": { "type": "enum", "values": ["merit", "campaign"] } } } ] }
    """
  private static let fields: Text = """
    { "results": { "type": "list", "of": "result", "key": "year", "maxItems": 40 },
      "decisions": { "type": "list", "of": "decision", "maxItems": 60 } }
    """
  private static let titles: Text = """
    { "kind": "history", "of": "decisions", "year": "item.year", "where": "item.title == 'fighter'",
      "ending": "2023", "atLeast": 3 }
    """
  private static let ratings: Text = """
    { "kind": "history", "of": "results", "where": "item.grade >= 'good'", "ending": "2023", "atLeast": 2 }
    """
  private static let afterwards: Text = """
    { "kind": "history", "of": "results", "where": "item.grade >= 'good'", "ending": "2023", "atLeast": 3,
      "longest": 5,
      "after": { "of": "decisions", "year": "item.year", "where": "item.title == 'certificate' && item.kind == 'merit'" },
      "counts": [ { "of": "decisions", "year": "item.year", "where": "item.title == 'fighter'", "atLeast": 2,
        "name": "fighter" } ] }
    """

  static let examples = [
    KindExample(
      vi: "Danh hiệu các năm 2019, 2021, 2022, 2023: chuỗi 2021–2023 đủ 3 năm",
      en: "Titles of 2019, 2021, 2022 and 2023: the chain is 2021 to 2023, three years",
      fields: fields, model: model, rule: titles,
      record: """
        { "decisions": [ { "year": 2019, "title": "fighter" }, { "year": 2021, "title": "fighter" },
          { "year": 2022, "title": "fighter" }, { "year": 2023, "title": "fighter" } ] }
        """, .satisfied(measured: "3")),
    KindExample(
      vi: "Năm không có danh hiệu làm đứt chuỗi", en: "A year without the title breaks the chain",
      fields: fields, model: model, rule: titles,
      record: """
        { "decisions": [ { "year": 2020, "title": "fighter" }, { "year": 2021, "title": "fighter" },
          { "year": 2023, "title": "fighter" } ] }
        """, .violated(measured: "1", distance: "2", failing: ["2022"])),
    KindExample(
      vi: "Năm chưa khai kết quả đánh giá thì chưa kết luận được", en: "A year without a rating stays open",
      fields: fields, model: model, rule: ratings,
      record: #"{ "results": [ { "year": 2023, "grade": "good" } ] }"#,
      .undetermined(missing: ["results[\"2022\"]"], failing: ["2022"])),
    KindExample(
      vi: "Năm xếp loại thấp hơn thì không đạt, dù năm khác chưa khai",
      en: "A year below the grade fails, whatever another was",
      fields: fields, model: model, rule: ratings,
      record: #"{ "results": [ { "year": 2023, "grade": "completed" } ] }"#,
      .violated(measured: "0", distance: "2", failing: ["2023", "2022"])),
    KindExample(
      vi: "Sau hình thức khen trước, ba năm trở lên, trong đó hai lần danh hiệu",
      en: "After a prior award, three years or more, with the title twice among them",
      fields: fields, model: model, rule: afterwards,
      record: """
        { "results": [ { "year": 2020, "grade": "good" }, { "year": 2021, "grade": "excellent" },
          { "year": 2022, "grade": "good" }, { "year": 2023, "grade": "good" } ],
          "decisions": [ { "year": 2018, "title": "certificate", "kind": "merit" },
          { "year": 2020, "title": "fighter", "kind": "merit" }, { "year": 2023, "title": "fighter", "kind": "merit" } ] }
        """, .satisfied(measured: "4")),
    KindExample(
      vi: "Bằng khen theo đợt không được tính là hình thức khen trước",
      en: "A campaign's certificate is no prior award",
      fields: fields, model: model, rule: afterwards,
      record: """
        { "results": [ { "year": 2021, "grade": "excellent" }, { "year": 2022, "grade": "good" },
          { "year": 2023, "grade": "good" } ],
          "decisions": [ { "year": 2018, "title": "certificate", "kind": "campaign" },
          { "year": 2022, "title": "fighter", "kind": "merit" }, { "year": 2023, "title": "fighter", "kind": "merit" } ] }
        """, .violated(measured: "0", distance: "3")),
    KindExample(
      vi: "Đủ năm nhưng thiếu một lần danh hiệu", en: "Enough years, one title short",
      fields: fields, model: model, rule: afterwards,
      record: """
        { "results": [ { "year": 2020, "grade": "completed" }, { "year": 2021, "grade": "excellent" },
          { "year": 2022, "grade": "good" }, { "year": 2023, "grade": "good" } ],
          "decisions": [ { "year": 2018, "title": "certificate", "kind": "merit" },
          { "year": 2020, "title": "fighter", "kind": "merit" }, { "year": 2023, "title": "fighter", "kind": "merit" } ] }
        """, .violated(measured: "3", distance: "1", failing: ["fighter 1/2"])),
    KindExample(
      vi: "Năm đã được khen thì tính lại từ đầu", en: "Years that were rewarded don't count again",
      fields: fields, model: model,
      rule: """
        { "kind": "history", "of": "results", "where": "item.grade >= 'good'", "ending": "2023", "atLeast": 2,
          "restarts": [ { "of": "decisions", "year": "item.year", "where": "item.title == 'certificate'" } ] }
        """,
      record: """
        { "results": [ { "year": 2022, "grade": "good" }, { "year": 2023, "grade": "good" } ],
          "decisions": [ { "year": 2022, "title": "certificate" } ] }
        """, .violated(measured: "1", distance: "1", failing: ["2022"])),
    KindExample(
      vi: "Năm chưa khai có thể là năm xuất sắc còn thiếu",
      en: "A year without a rating may be the excellent one",
      fields: fields, model: model,
      rule: """
        { "kind": "history", "of": "results", "where": "item.grade >= 'good'", "ending": "2023", "atLeast": 2,
          "counts": [ { "of": "results", "where": "item.grade == 'excellent'", "atLeast": 1, "name": "excellent" } ] }
        """,
      record: #"{ "results": [ { "year": 2023, "grade": "good" } ] }"#,
      .undetermined(missing: ["results[\"2022\"]"], failing: ["2022", "excellent 0/1"])),
  ]
}
