import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// People read which field of which section or item is meant; the path itself is for machines.
@Suite struct PathTitleTests {
  @Test(arguments: [
    ("name", "Tên", "Name"), ("plan.issued", "Ngày (Kế hoạch)", "Day (Plan)"),
    ("reports[2].sent", "Ngày gửi (Báo cáo, mục thứ 3)", "Sent (Reports, item 3)"),
    (#"reports["a.b"].sent"#, "Ngày gửi (Báo cáo: a.b)", "Sent (Reports: a.b)"),
    ("reports.2021-Q4.sent", "Ngày gửi (Báo cáo: quý IV/2021)", "Sent (Reports: Q4 2021)"),
    ("reports[0]", "Báo cáo, mục thứ 1", "Reports, item 1"), ("elsewhere", "elsewhere", "elsewhere"),
    (
      "register", "sổ quyết định khen thưởng (nạp bằng --register TỆP)",
      "the register of past decisions (given by --register FILE)"
    ),
  ])
  func pathsGoByTitles(_ path: Text, _ vi: Text, _ en: Text) throws {
    let title = { (vi: String, en: String) in "\"title\": { \"vi\": \"\(vi)\", \"en\": \"\(en)\" }" }
    let example = KindExample(
      vi: "Thử", en: "Trial",
      fields: Text(
        """
        { "name": { "type": "string", \(title("Tên", "Name")) }, "plan": { "type": "record", "of": "plan", \(title("Kế hoạch", "Plan")) },
          "reports": { "type": "list", "of": "report", "key": "code", \(title("Báo cáo", "Reports")) } }
        """),
      model: Text(
        """
        { "recordTypes": [
          { "recordType": "plan", \(title("Kế hoạch", "Plan")), "fields": { "issued": { "type": "date", \(title("Ngày", "Day")) } } },
          { "recordType": "report", \(title("Báo cáo", "Report")),
            "fields": { "code": { "type": "string", \(title("Mã", "Code")) }, "sent": { "type": "date", \(title("Ngày gửi", "Sent")) } } } ] }
        """),
      rule: #"{ "kind": "expression", "holds": "name == 'a'" }"#, record: #"{ "name": "b" }"#, .violated())
    let trial = try ExampleTrial(example, registry: .builtIn)
    let type = trial.pack.rules[0].on
    #expect(MessageRenderer(trial.pack, .vi).title(of: path, on: type) == vi)
    #expect(MessageRenderer(trial.pack, .en).title(of: path, on: type) == en)
  }

  /// What a relation leads to gives its title where the relation has none, and a group names the record that lacks it.
  @Test(arguments: [
    ("unit.area", "Diện tích (Đơn vị)", "Area (Unit)"),
    ("chief.area", "Diện tích (Trưởng cụm)", "Area (Lead)"),
    ("boss.area", "Diện tích (Cấp trên)", "Area (Above)"),
    ("u7: unit.area", "u7: Diện tích (Đơn vị)", "u7: Area (Unit)"),
    ("xã: Ba Vì: name", "xã: Ba Vì: Tên", "xã: Ba Vì: Name"),
  ])
  func pathsOverRelationsGoByTitles(_ path: Text, _ vi: Text, _ en: Text) throws {
    let example = KindExample(
      vi: "Thử", en: "Trial", fields: #"{ "name": { "type": "string" } }"#,
      model: """
        { "recordTypes": [
          { "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
            "fields": { "id": { "type": "string" }, "area": { "type": "integer", "title": { "vi": "Diện tích", "en": "Area" } } } },
          { "recordType": "person", "key": ["id"], "title": { "vi": "Người", "en": "Person" },
            "fields": { "id": { "type": "string" }, "unitId": { "type": "string" }, "bossId": { "type": "string", "title": { "vi": "Cấp trên", "en": "Above" } }, "name": { "type": "string", "title": { "vi": "Tên", "en": "Name" } } },
            "relations": { "unit": { "to": "unit", "by": "unitId" }, "boss": { "to": "unit", "by": "bossId" },
              "chief": { "to": "unit", "by": "unitId", "title": { "vi": "Trưởng cụm", "en": "Lead" } } } } ] }
        """,
      rule: #"{ "kind": "expression", "holds": "name == 'a'" }"#, record: #"{ "name": "b" }"#, .violated())
    let pack = try ExampleTrial(example, registry: .builtIn).pack
    #expect(MessageRenderer(pack, .vi).title(of: path, on: "person") == vi)
    #expect(MessageRenderer(pack, .en).title(of: path, on: "person") == en)
  }
}
