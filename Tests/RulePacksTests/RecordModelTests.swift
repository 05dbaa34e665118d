import CEL
import Evaluator
import JSON
import RulePacks
import Testing

@Suite struct RecordModelTests {
  /// Loads a pack whose file holds one more record type with these fields.
  private func load(_ fields: String, more: String = "") -> PackLoading {
    Packs.load(
      rules: Packs.threshold(),
      more: """
        "recordTypes": [ { "recordType": "extra", "title": { "vi": "E", "en": "E" }\(more),
        "fields": {
        \(fields) } } ],
        """)
  }

  @Test func fieldsAreTypedAsDeclared() throws {
    let pack = try #require(
      load(
        """
        "a": { "type": "string", "maxLength": 9 }, "b": { "type": "list", "of": "extra", "key": "a", "maxItems": 3 },
        "c": { "type": "list", "of": { "type": "enum", "values": ["x"] } }, "d": { "type": "map", "of": "number" },
        "e": { "type": "record", "of": "unit" }, "f": { "type": "date", "planned": true },
        "g": { "type": "list", "of": "period", "complete": false },
        "h": { "type": "number", "unit": "%", "default": 0.5, "title": { "vi": "H", "en": "H" } },
        "i": { "type": "timestamp" }, "j": { "type": "boolean" }, "k": { "type": "integer" }
        """
      ).pack)
    let type = try #require(pack.schema.recordTypes["extra"])
    #expect(
      type.fields.map(\.type.text) == [
        "string", "list(extra)", "list(extra.c)", "map(string, decimal)", "unit", "date", "list(period)",
        "decimal", "timestamp", "bool", "int",
      ])
    #expect(type.fields[0].maxLength == 9)
    #expect(type.fields[1].key == "a")
    #expect(type.fields[1].maxItems == 3)
    #expect(type.fields[5].isPlanned)
    #expect(!type.fields[6].isComplete)
    #expect(type.fields[7].unit == "%")
    #expect(type.fields[7].defaultValue.map { ValueText(.en).text($0) } == "0.5")
    #expect(pack.schema.enumTypes["extra.c"]?.members == ["x"])
    // Only types with a key are checked.
    #expect(pack.recordTypes.map(\.name) == ["unit"])
  }

  @Test(arguments: [
    (#""a": { "type": "strin" }"#, #"notOneOf p/rules.json:3 `"strin"`"#, "string"),
    (#""a": { "type": "list" }"#, #"missingMember p/rules.json:3 `{ "type": "list" }` [of | field]"#, nil),
    (
      #""a": { "type": "list", "of": "comune" }"#, #"unknownRecordType p/rules.json:3 `"comune"` [comune]"#,
      nil
    ),
    (
      #""a": { "type": "record", "of": "unitt" }"#, #"unknownRecordType p/rules.json:3 `"unitt"` [unitt]"#,
      "unit"
    ),
    (#""a": { "type": "enum", "of": "grade" }"#, #"unknownEnum p/rules.json:3 `"grade"` [grade]"#, nil),
    (
      #""a": { "type": "enum" }"#,
      #"missingChoice p/rules.json:3 `{ "type": "enum" }` [of, values, ordered]"#, nil
    ),
    (
      #""a": { "type": "string", "maxItems": 4 }"#,
      #"unknownMember p/rules.json:3 `"maxItems"` [maxItems | field of type string]"#, nil
    ),
    (#""a": { "type": "number", "default": "5" }"#, #"numberAsText p/rules.json:3 `"5"` [5]"#, nil),
    (
      #""a": { "type": "date", "default": "2021-02-30" }"#,
      #"invalidValue p/rules.json:3 `"2021-02-30"` [2021-02-30 | date]"#, nil
    ),
    (
      #""a": { "type": "list", "of": "unit", "key": "idd" }"#,
      #"unknownField p/rules.json:3 `"idd"` [idd | unit]"#, "id"
    ),
    (
      #""a": { "type": "list", "of": "unit", "key": "topics" }"#,
      #"wrongType p/rules.json:3 `"topics"` [topics | list(string) | string|integer|enum]"#, nil
    ),
    (
      #""a": { "type": "enum", "values": ["x", "y", "x"] }"#, #"repeatedElement p/rules.json:3 `"x"` [x]"#,
      nil
    ),
    (
      #""a": { "type": "enum", "values": ["x"], "titles": { "y": { "vi": "Y", "en": "Y" } } }"#,
      #"notAMember p/rules.json:3 `"y"` [y | extra.a]"#, nil
    ),
    (#""a b": { "type": "string" }"#, #"invalidName p/rules.json:3 `"a b"` [a b | name]"#, nil),
  ])
  func defectsOfFieldsAreTold(_ fields: String, _ defect: String, _ suggestion: Text?) throws {
    let defects = load(fields).defects
    #expect(defects.count == 1)
    let first = try #require(defects.first)
    #expect(summary(first).hasPrefix(defect))
    #expect(first.suggestion == suggestion)
  }

  @Test func keysAndRelationsNameFields() {
    let loading = load(
      #""a": { "type": "string" }"#,
      more: #", "key": ["b"], "relations": { "up": { "to": "unti", "by": "c" } }"#)
    #expect(
      loading.defects.map(summary) == [
        #"unknownField p/rules.json:1 `"b"` [b | extra]"#,
        #"unknownRecordType p/rules.json:1 `"unti"` [unti] → unit"#,
        #"unknownField p/rules.json:1 `"c"` [c | extra]"#,
      ])
  }

  /// One broken field must not bring a defect for each rule that reads it.
  @Test func aBrokenFieldIsReportedOnce() {
    let loading = Packs.load(
      rules: Packs.rule("r", #""kind": "threshold", "value": "size(list) + broken", "atLeast": 1"#)
        .replacing("\"on\": \"unit\"", with: "\"on\": \"extra\""),
      more: """
        "recordTypes": [ { "recordType": "extra", "key": ["id"], "title": { "vi": "E", "en": "E" },
        "fields": { "id": { "type": "string" }, "broken": { "type": "nmber" },
          "list": { "type": "list", "of": "nothing" } } } ],
        """)
    #expect(loading.defects.map(\.code) == [.notOneOf, .unknownRecordType])
  }

  @Test func namesStandOnce() {
    let type = #"{ "recordType": "unit", "title": { "vi": "E", "en": "E" }, "fields": {} }"#
    let loading = Packs.load(rules: Packs.threshold(), more: "\"recordTypes\": [\(type)],")
    #expect(loading.defects.map(summary) == [#"duplicate p/rules.json:1 `"unit"` [recordType | unit]"#])
    #expect(loading.defects.first?.related?.file == "p/unit.json")
  }
}
