import JSON

extension VoteKind {
  private static let fields: Text = """
    { "members": { "type": "integer", "unit": "person" }, "present": { "type": "integer", "unit": "person" },
      "letters": { "type": "integer", "unit": "person" }, "votesFor": { "type": "integer", "unit": "vote" } }
    """
  private static let ballot: Text = """
    { "kind": "vote", "eligible": "members", "present": "present", "letters": "letters", "votesFor": "votesFor",
      "atLeast": 90, "everyMember": true }
    """

  static let examples = [
    KindExample(
      vi: "Đúng 90% tổng số thành viên, người vắng mặt cho ý kiến bằng văn bản",
      en: "Exactly 90 % of all members; who was absent answered by letter",
      fields: fields, rule: ballot,
      record: #"{ "members": 20, "present": 17, "letters": 3, "votesFor": 18 }"#, .satisfied(measured: "90")),
    KindExample(
      vi: "Thiếu một phiếu", en: "One vote short", fields: fields, rule: ballot,
      record: #"{ "members": 20, "present": 17, "letters": 3, "votesFor": 17 }"#,
      .violated(measured: "85", failing: ["17/20", "17/20"])),
    KindExample(
      vi: "Còn người vắng mặt chưa được lấy ý kiến", en: "An absent member was not asked",
      fields: fields, rule: ballot,
      record: #"{ "members": 20, "present": 17, "letters": 2, "votesFor": 19 }"#, .violated(measured: "95")),
    KindExample(
      vi: "Chưa có kết quả kiểm phiếu", en: "The votes are not counted yet", fields: fields, rule: ballot,
      record: #"{ "members": 20, "present": 17, "letters": 3 }"#, .undetermined(missing: ["votesFor"])),
    KindExample(
      vi: "Đúng một nửa chưa phải là quá bán", en: "Half is not a majority",
      fields: fields,
      rule: """
        { "kind": "vote", "eligible": "members", "present": "present", "votesFor": "votesFor", "moreThan": 50,
          "of": "voters", "quorum": { "atLeast": 2, "outOf": 3 } }
        """,
      record: #"{ "members": 15, "present": 10, "votesFor": 5 }"#,
      .violated(measured: "50", failing: ["5/10", "10/15"])),
    KindExample(
      vi: "Dự họp đúng hai phần ba", en: "Two thirds are present, just enough",
      fields: fields,
      rule: """
        { "kind": "vote", "eligible": "members", "present": "present", "quorum": { "atLeast": 2, "outOf": 3 } }
        """,
      record: #"{ "members": 15, "present": 10 }"#, .satisfied()),
    KindExample(
      vi: "Số phiếu nhiều hơn số người bỏ phiếu", en: "More votes than voters", fields: fields, rule: ballot,
      record: #"{ "members": 20, "present": 18, "letters": 2, "votesFor": 21 }"#, .violated()),
  ]
}
