import JSON

extension TextMatchKind {
  private static let fields: Text = #"{ "theme": { "type": "string", "maxLength": 500 } }"#
  private static let rule: Text = """
    { "kind": "textMatch", "value": "theme", "aliases": { "Bồ Trạch": "Bố Trạch" },
      "equals": ["Bố Trạch ra sức thi đua đổi mới, sáng tạo", "Bố Trạch thi đua"] }
    """
  private static let motto: Text = """
    { "kind": "textMatch", "value": "theme", "contains": ["kỷ cương", "liêm chính", "hành động"] }
    """
  private static let derived: Text = """
    { "kind": "textMatch", "value": "theme", "sameAs": "parentTheme",
      "replace": [ { "from": "parentPlace", "to": "place" } ] }
    """
  private static let derivedFields: Text = """
    { "theme": { "type": "string", "maxLength": 500 }, "parentTheme": { "type": "string", "maxLength": 500 },
      "place": { "type": "string", "maxLength": 100 }, "parentPlace": { "type": "string", "maxLength": 100 } }
    """

  static let examples: [KindExample] = [
    KindExample(
      vi: "Chữ hoa, dấu ngoặc kép, khoảng trắng và cách viết khác không làm sai",
      en: "Case, quotation marks, spaces and another spelling don't matter", fields: fields, rule: rule,
      record: #"{ "theme": " “BỒ TRẠCH ra sức  thi đua đổi mới , sáng tạo”." }"#, .satisfied()),
    KindExample(
      vi: "Chủ đề của nơi khác", en: "The theme of another place", fields: fields, rule: rule,
      record: #"{ "theme": "Quảng Ninh ra sức thi đua đổi mới, sáng tạo" }"#, .violated()),
    KindExample(
      vi: "Chưa có chủ đề", en: "No theme is given", fields: fields, rule: rule, record: "{}",
      .undetermined(missing: ["theme"])),
    KindExample(
      vi: "Phương châm thiếu một ý, nêu ý đó", en: "A motto that lacks a word, by name", fields: fields,
      rule: motto, record: #"{ "theme": "Kỷ cương - hành động - sáng tạo" }"#,
      .violated(failing: ["liêm chính"])),
    KindExample(
      vi: "Chủ đề cấp trên, thay địa danh", en: "The upper level's theme with the place name replaced",
      fields: derivedFields, rule: derived,
      record: """
        { "theme": "Thi đua xây dựng huyện Ba Tơ giàu đẹp", "place": "huyện Ba Tơ",
          "parentTheme": "Thi đua xây dựng tỉnh Quảng Ngãi giàu đẹp", "parentPlace": "Tỉnh Quảng Ngãi" }
        """, .satisfied()),
  ]
}
