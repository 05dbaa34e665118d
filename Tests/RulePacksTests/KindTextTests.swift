import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Messages of kinds name documents, recipients and facts as people do; results keep their names.
@Suite struct KindTextTests {
  @Test func citedDocumentsHaveTheirDaysAndIssuersInWords() throws {
    let texts = try TrialTexts(
      fields: #"{ "cited": { "type": "list", "of": "citation" } }"#,
      model: """
        { "enums": { "body": { "values": ["province", "party"], "titles": { "party": { "vi": "Tỉnh ủy", "en": "Party committee" } } } },
          "recordTypes": [ { "recordType": "citation", "title": { "vi": "Viện dẫn", "en": "Citation" }, "fields": {
            "number": { "type": "string" }, "issuedOn": { "type": "date" }, "issuer": { "type": "enum", "of": "body" } } } ] }
        """,
      rule: """
        { "kind": "citation", "of": "cited", "documents": [ { "number": "05-CT/TW", "issuedOn": "2021-02-15" },
          { "issuer": "party", "issuedOn": "2021-03-01" }, { "issuedOn": "2021-04-02" }, { "issuer": "party" } ] }
        """,
      record: #"{ "cited": [] }"#)
    #expect(
      texts.items == ["05-CT/TW (2021-02-15)", "party (2021-03-01)", "2021-04-02", "party"])
    #expect(
      texts.vi
        == "Chưa viện dẫn: 05-CT/TW ngày 15/02/2021; Tỉnh ủy ngày 01/03/2021; văn bản ngày 02/04/2021; Tỉnh ủy."
    )
    #expect(
      texts.en
        == "Not cited: 05-CT/TW of 2021-02-15; Party committee of 2021-03-01; the document of 2021-04-02; Party committee."
    )
    #expect(texts.stored == texts.vi)
  }

  @Test func theWayOfADocumentIsSaidInWords() throws {
    let texts = try TrialTexts(
      fields:
        #"{ "to": { "type": "list", "of": { "type": "enum", "of": "body" } }, "via": { "type": "enum", "of": "body" }, "on": { "type": "enum", "of": "body" } }"#,
      model: """
        { "enums": { "body": { "values": ["board", "office"], "titles": { "board": { "vi": "Ban Thi đua", "en": "Emulation board" },
          "office": { "vi": "Sở Nội vụ", "en": "Home office" } } } } }
        """,
      rule: """
        { "kind": "recipients", "recipients": "to", "via": "via", "onward": "on",
          "to": [ { "recipient": "board", "via": "office", "onward": "board" } ] }
        """,
      record: #"{ "to": [], "via": "office", "on": "board" }"#)
    #expect(texts.items == ["board (via office, → board)"])
    #expect(
      texts.vi == "Chưa gửi đúng nơi nhận: Ban Thi đua (qua Sở Nội vụ, chuyển tiếp đến Ban Thi đua).")
    #expect(
      texts.en == "Not sent as asked to: Emulation board (through Home office, on to Emulation board).")
    #expect(texts.stored == texts.vi)
  }

  @Test func aTitleSpeaksForADocument() throws {
    let texts = try TrialTexts(
      fields: #"{ "cited": { "type": "list", "of": "citation" } }"#,
      model: """
        { "recordTypes": [ { "recordType": "citation", "title": { "vi": "Viện dẫn", "en": "Citation" },
          "fields": { "code": { "type": "string" } } } ] }
        """,
      rule: """
        { "kind": "citation", "of": "cited", "documents": [ { "code": "congress12",
          "title": { "vi": "Nghị quyết Đại hội XII", "en": "the resolution of the 12th Congress" } } ] }
        """,
      record: #"{ "cited": [] }"#)
    #expect(texts.items == ["congress12"])
    #expect(texts.vi == "Chưa viện dẫn: Nghị quyết Đại hội XII.")
    #expect(texts.en == "Not cited: the resolution of the 12th Congress.")
    #expect(texts.stored == texts.vi)
  }

  private static let movements: Text = """
    { "recordTypes": [ { "recordType": "movement", "title": { "vi": "Phong trào", "en": "Movement" }, "fields": {
      "code": { "type": "string", "title": { "vi": "Mã", "en": "Code" } }, "lead": { "type": "string" },
      "isCore": { "type": "boolean" } } } ] }
    """
  private static let movementList: Text = #"{ "movements": { "type": "list", "of": "movement" } }"#

  @Test func aListOfWhichNothingIsLookedAtSaysSo() throws {
    for require in ["every", "none"] {
      let texts = try TrialTexts(
        fields: Self.movementList, model: Self.movements,
        rule: Text(
          #"{ "kind": "each", "of": "movements", "where": "item.isCore", "holds": "item.lead == 'a'", "require": "\#(require)" }"#
        ),
        record: #"{ "movements": [ { "isCore": false } ] }"#)
      #expect(texts.vi == "Không có mục nào phải xét.")
      #expect(texts.en == "There are no items to look at.")
      #expect(texts.stored == texts.vi)
    }
  }

  @Test func anItemThatTheTableLacksIsNamed() throws {
    let texts = try TrialTexts(
      fields: Self.movementList, model: Self.movements,
      rule: """
        { "kind": "lookup", "of": "movements", "key": "item.code", "value": "item.lead", "unlisted": "undetermined",
          "table": { "a": "x" } }
        """,
      record: #"{ "movements": [ { "code": "a", "lead": "x" }, { "code": "b", "lead": "x" } ] }"#)
    #expect(texts.items == ["b"])
    #expect(texts.vi == "Chưa kết luận được vì bảng quy định không có giá trị tra bảng: b.")
    #expect(texts.stored == texts.vi)
  }

  /// Where the known values decide, the count is told as far as it is known.
  @Test func anOpenCountIsToldByItsEnds() throws {
    let record: Text = #"{ "movements": [ { "code": "a" }, { "code": "b" }, {} ] }"#
    func texts(_ atLeast: Int) throws -> TrialTexts {
      try TrialTexts(
        fields: Self.movementList, model: Self.movements,
        rule: Text(
          #"{ "kind": "distinct", "of": "movements", "by": "item.code", "atLeast": \#(atLeast) }"#),
        record: record)
    }
    #expect(try texts(2).vi == "Có từ 2 đến 3 giá trị khác nhau; yêu cầu ít nhất 2.")
    #expect(
      try texts(4).vi == "Mới có từ 2 đến 3 giá trị khác nhau, yêu cầu ít nhất 4; còn thiếu từ 1 đến 2.")
    #expect(try texts(4).en == "2 to 3 different values, at least 4 are asked: 1 to 2 short.")
  }

  private static let plan: Text = """
    { "recordTypes": [ { "recordType": "plan", "title": { "vi": "Kế hoạch", "en": "Plan" }, "fields": {
        "sent": { "type": "date", "title": { "vi": "Ngày gửi", "en": "Sent on" } },
        "fair": { "type": "boolean", "title": { "vi": "Công bằng", "en": "Fair" } },
        "papers": { "type": "list", "of": "string", "title": { "vi": "Văn bản", "en": "Papers" } } } } ] }
    """
  private static let fields: Text =
    #"{ "plan": { "type": "record", "of": "plan", "title": { "vi": "Kế hoạch", "en": "Plan" } } }"#

  @Test func whatMustBeGivenGoesByItsTitle() throws {
    let texts = try TrialTexts(
      fields: Self.fields, model: Self.plan,
      rule: """
        { "kind": "evidence", "of": ["plan.papers", "plan.papers.filter(p, p != '')", "plan.sent"],
          "where": "plan.sent <= date('2021-12-31')" }
        """,
      record: #"{ "plan": { "papers": [], "sent": "2022-01-01" } }"#)
    #expect(
      texts.items
        == ["plan.papers", "plan.papers.filter(p, p != '')", "plan.sent <= date('2021-12-31')"])
    #expect(
      texts.vi
        == "Chưa có hoặc chưa đúng: Văn bản (Kế hoạch); Văn bản (Kế hoạch); điều kiện về Ngày gửi (Kế hoạch)."
    )
    #expect(
      texts.en == "Absent or not as asked: Papers (Plan); Papers (Plan); the condition on Sent on (Plan).")
    #expect(texts.stored == texts.vi)
  }

  @Test func attestedRecordsGoByTheirTitles() throws {
    let texts = try TrialTexts(
      fields: Self.fields, model: Self.plan,
      rule:
        #"{ "kind": "attestation", "all": ["plan"], "value": "item.fair", "evidence": "item.papers" }"#,
      record: #"{ "plan": { "papers": ["1"], "fair": false } }"#)
    #expect(texts.items == ["plan"])
    #expect(texts.vi == "Mục không đạt: Kế hoạch.")
  }

  @Test(
    arguments: [
      (#""sameAs": "theme""#, "Nhân dân Huyện vượt khó"),
      (#""equals": "Cả Tỉnh thi đua""#, "Cả Huyện thi đua"),
      (#""equals": "Toàn tỉnh thi đua""#, "toàn huyện thi đua"),
    ] as [(Text, Text)])
  func theWordingThatIsComparedIsQuoted(demand: Text, quoted: Text) throws {
    let texts = try TrialTexts(
      fields:
        #"{ "own": { "type": "string" }, "theme": { "type": "string" }, "place": { "type": "string" } }"#,
      rule: "{ \"kind\": \"textMatch\", \"value\": \"own\", " + demand
        + ", \"replace\": [ { \"from\": \"'Tỉnh'\", \"to\": \"place\" } ] }",
      record: #"{ "own": "Khác", "theme": "Nhân dân Tỉnh vượt khó", "place": "Huyện" }"#)
    #expect(texts.vi == "“Khác” khác lời văn quy định: “" + quoted + "”.")
  }

  @Test func phrasesThatAreLackingAreQuotedAsCompared() throws {
    let texts = try TrialTexts(
      fields:
        #"{ "own": { "type": "string", "maxLength": 99 }, "place": { "type": "string", "maxLength": 99 } }"#,
      rule:
        #"{ "kind": "textMatch", "value": "own", "contains": ["Cả Tỉnh"], "replace": [ { "from": "'Tỉnh'", "to": "place" } ] }"#,
      record: #"{ "own": "Khác", "place": "Huyện" }"#)
    #expect(texts.vi == "“Khác” còn thiếu: Cả Huyện.")
  }

  @Test func daysThatFailReadAsDays() throws {
    let texts = try TrialTexts(
      fields: #"{ "days": { "type": "list", "of": { "type": "date" } } }"#,
      rule: #"{ "kind": "each", "of": "days", "holds": "item > date('2021-06-01')" }"#,
      record: #"{ "days": ["2021-05-31", "2021-06-02"] }"#)
    #expect(texts.items == ["2021-05-31"])
    #expect(texts.vi == "Mục không đạt: 31/05/2021.")
    #expect(texts.en == "Items that fail: 2021-05-31.")
  }

  /// Every target is met, too few are exceeded: nothing fails by name.
  @Test func noListIsPromisedWhereNothingFails() throws {
    let model: Text =
      #"{ "recordTypes": [ { "recordType": "goal", "title": { "vi": "Chỉ tiêu", "en": "Target" }, "fields": { "done": { "type": "integer" }, "asked": { "type": "integer" } } } ] }"#
    let texts = try TrialTexts(
      fields: #"{ "goals": { "type": "list", "of": "goal" } }"#, model: model,
      rule:
        #"{ "kind": "againstTarget", "of": "goals", "actual": "item.done", "target": "item.asked", "exceed": { "atLeast": 2 } }"#,
      record: #"{ "goals": [ { "done": 5, "asked": 5 }, { "done": 6, "asked": 5 } ] }"#)
    #expect(texts.vi == "Phải đạt mọi chỉ tiêu và vượt ít nhất 2 chỉ tiêu.")
    #expect(texts.en == "All targets must be met and at least 2 exceeded.")
    let few = try TrialTexts(
      fields: #"{ "goals": { "type": "list", "of": "goal" } }"#, model: model,
      rule: #"{ "kind": "each", "of": "goals", "holds": "item.done > 0", "minItems": 3 }"#,
      record: #"{ "goals": [ { "done": 5 } ] }"#)
    #expect(few.vi == "Phải có ít nhất 3 mục và mọi mục đều đạt; có 1 mục.")
    #expect(few.en == "It takes at least 3 items, and all must meet it; at hand: 1.")
  }

  /// Which value was looked up for which field, whether that leaves the outcome open or not.
  @Test(
    arguments: [
      (
        "", "lead",
        "UBND tỉnh: không đúng quy định; bảng quy định không có Danh hiệu (Hồ sơ): Chiến sĩ thi đua.",
        "Province is not what is laid down; the table does not list Title (Dossier): Emulation fighter."
      ),
      (
        #", "unlisted": "undetermined""#, "lead",
        "Chưa kết luận được vì bảng quy định không có Danh hiệu (Hồ sơ): Chiến sĩ thi đua.",
        "Cannot be decided: the table does not list Title (Dossier): Emulation fighter."
      ),
      (
        "", "worker", "UBND tỉnh: không đúng quy định; phải là UBND huyện.",
        "Province is not what is laid down; asked is District."
      ),
    ] as [(Text, Text, Text, Text)])
  func whatATableDoesNotListIsNamed(unlisted: Text, title: Text, vi: Text, en: Text) throws {
    let texts = try TrialTexts(
      fields:
        #"{ "file": { "type": "record", "of": "file", "title": { "vi": "Hồ sơ", "en": "Dossier" } }, "by": { "type": "enum", "of": "level" } }"#,
      model: """
        { "enums": { "title": { "values": ["lead", "worker"], "titles": { "lead": { "vi": "Chiến sĩ thi đua", "en": "Emulation fighter" } } },
            "level": { "values": ["district", "province"], "titles": { "district": { "vi": "UBND huyện", "en": "District" },
              "province": { "vi": "UBND tỉnh", "en": "Province" } } } },
          "recordTypes": [ { "recordType": "file", "title": { "vi": "Hồ sơ", "en": "Dossier" },
            "fields": { "title": { "type": "enum", "of": "title", "title": { "vi": "Danh hiệu", "en": "Title" } } } } ] }
        """,
      rule:
        "{ \"kind\": \"lookup\", \"key\": \"file.title\", \"value\": \"by\", \"table\": { \"worker\": \"district\" }"
        + unlisted + " }",
      record: "{ \"file\": { \"title\": \"" + title + "\" }, \"by\": \"province\" }")
    #expect(texts.vi == vi)
    #expect(texts.en == en)
    #expect(texts.stored == vi)
  }

  @Test func stagesGoByTheirTitles() throws {
    let texts = try TrialTexts(
      fields:
        #"{ "launched": { "type": "date", "title": { "vi": "Ngày phát động", "en": "Launched on" } }, "summed": { "type": "date", "title": { "vi": "Ngày tổng kết", "en": "Summed up on" } } }"#,
      rule: #"{ "kind": "sequence", "stages": ["launched", "summed"] }"#,
      record: #"{ "launched": "2021-06-01", "summed": "2021-05-01" }"#)
    #expect(texts.items == ["summed"])
    #expect(texts.vi == "Bỏ khâu hoặc sai thứ tự: Ngày tổng kết.")
    #expect(texts.en == "Skipped or out of order: Summed up on.")
  }

  /// A list that is known by a member of an enum has its items called by the member's title.
  @Test(
    arguments: [
      (#"{ "kind": "each", "of": "moves", "holds": "item.done" }"#, "Mục không đạt: Nông thôn mới."),
      (
        #"{ "kind": "exclusion", "of": "moves", "where": "!item.done" }"#,
        "Có trường hợp bị loại trừ: Nông thôn mới."
      ),
      (
        #"{ "kind": "exclusion", "of": "moves", "where": "!item.done", "name": "item.code" }"#,
        "Có trường hợp bị loại trừ: Nông thôn mới."
      ),
    ] as [(Text, Text)])
  func itemsGoByTheTitleOfTheirKey(rule: Text, vi: Text) throws {
    let texts = try TrialTexts(
      fields: #"{ "moves": { "type": "list", "of": "move", "key": "code" } }"#,
      model: """
        { "recordTypes": [ { "recordType": "move", "title": { "vi": "Phong trào", "en": "Movement" }, "fields": {
          "code": { "type": "enum", "values": ["newRural"], "titles": { "newRural": { "vi": "Nông thôn mới", "en": "New rural areas" } } },
          "done": { "type": "boolean" } } } ] }
        """,
      rule: rule, record: #"{ "moves": [ { "code": "newRural", "done": false } ] }"#)
    #expect(texts.items == ["newRural"])
    #expect(texts.vi == vi)
  }
}
