import CEL
import Evaluator
import JSON
import RulePacks
import Testing

@Suite struct ParameterTests {
  /// A file member with one parameter `p`.
  private func parameter(_ type: String, values: String, more: String = "") -> String {
    """
    "parameters": { "p": { "title": { "vi": "P", "en": "P" }, "type": "\(type)", "setBy": "committee"\(more),
      "values": [\(values)] } },
    """
  }

  private func load(_ type: String, _ values: String, more: String = "", set: String? = nil) -> PackLoading {
    let settings = set.map { [(name: Text("p"), value: Text($0))] } ?? []
    return Packs.load(
      rules: Packs.threshold(), more: parameter(type, values: values, more: more),
      options: LoadOptions(set: settings))
  }

  @Test func aValueHoldsUntilTheNextBegins() throws {
    let loading = load(
      "integer",
      #"{ "from": "2021-07-01", "value": 2 }, { "value": 1 }, { "from": "2021-10-01", "value": 3 }"#)
    let parameter = try #require(loading.pack?.parameters.first)
    let found = try ["2020-01-01", "2021-06-30", "2021-07-01", "2021-09-30", "2021-10-01", "2030-01-01"].map {
      try #require(parameter.value(on: CivilDate($0))).text
    }
    #expect(found == ["1", "1", "2", "2", "3", "3"])
  }

  @Test(arguments: [
    (
      #"{ "from": "2021-01-01", "before": "2021-07-01", "value": 1 }, { "from": "2021-06-30", "value": 2 }"#,
      #"overlappingValues p/rules.json:2 `{ "from": "2021-06-30", "value": 2 }` [p | 2021-06-30]"#
    ),
    (
      #"{ "from": "2021-01-01", "value": 1 }, { "from": "2021-01-01", "value": 2 }"#,
      #"overlappingValues p/rules.json:2 `{ "from": "2021-01-01", "value": 2 }` [p | 2021-01-01]"#
    ),
    (
      #"{ "from": "2021-01-01", "before": "2021-05-01", "value": 1 }, { "from": "2021-06-01", "value": 2 }"#,
      #"missingValues p/rules.json:1 `"p"` [p | 2021-05-01 | 2021-06-01]"#
    ),
    (
      #"{ "from": "2021-02-01", "value": 1 }"#,
      #"missingValues p/rules.json:1 `"p"` [p | 2021-01-01 | 2021-02-01]"#
    ),
    (
      #"{ "before": "2021-12-01", "value": 1 }"#,
      #"missingValues p/rules.json:1 `"p"` [p | 2021-12-01 | 2022-01-01]"#
    ),
    (
      #"{ "from": "2021-01-01", "before": "2021-01-01", "value": 1 }"#,
      #"emptySpan p/rules.json:2 `{ "from": "2021-01-01", "before": "2021-01-01", "value": 1 }` [2021-01-01 | 2021-01-01]"#
    ),
  ])
  func everyDayOfThePeriodHasOneValue(_ values: String, _ defect: String) {
    #expect(load("integer", values).defects.first.map(summary) == defect)
  }

  @Test func aHoleOutsideThePeriodOfThePackIsNone() {
    #expect(
      load(
        "integer",
        #"{ "before": "2019-01-01", "value": 1 }, { "from": "2020-01-01", "before": "2022-01-01", "value": 2 }"#
      ).defects.map(summary) == [])
  }

  @Test(arguments: [
    ("integer", "7", "7"), ("number", "0.5", "0.5"), ("boolean", "true", "true"), ("string", "x y", "x y"),
    ("date", "2021-02-03", "2021-02-03"), ("period", "2021-H1", "2021-H1"),
  ])
  func theOperatorSetsAValueByItsType(_ type: String, _ given: String, _ found: Text) throws {
    let values = [
      "integer": "1", "number": "1.5", "boolean": "false", "string": "\"s\"", "date": "\"2021-01-01\"",
      "period": "\"2021\"",
    ]
    let loading = load(type, "{ \"value\": \(values[type] ?? "") }", set: given)
    #expect(loading.defects.map(summary) == [])
    let value = try #require(loading.pack?.parameters.first?.override)
    #expect(value.text == found)
  }

  @Test(arguments: [
    ("integer", "1.5"), ("integer", "seven"), ("number", "0,5"), ("number", "\"0.5\""), ("boolean", "yes"),
    ("date", "2021-02-30"), ("period", "2021-Q5"), ("integer", ""), ("number", "1e999"),
  ])
  func whatTheOperatorSetsMustBeOfTheType(_ type: String, _ given: String) {
    let values = [
      "integer": "1", "number": "1.5", "boolean": "false", "date": "\"2021-01-01\"", "period": "\"2021\"",
    ]
    let loading = load(type, "{ \"value\": \(values[type] ?? "") }", set: given)
    #expect(loading.defects.map(\.code) == [.invalidSetting])
    #expect(loading.defects.first?.arguments.prefix(2) == ["p", Text(given)])
  }

  @Test func membersOfEnumsAreSuggested() {
    let loading = Packs.load(
      rules: Packs.threshold(),
      more: #""enums": { "basis": { "values": ["relative", "absolute"] } }, "#
        + parameter("enum", values: #"{ "value": "relativ" }"#, more: #", "of": "basis""#),
      options: LoadOptions(set: [(name: "p", value: "absolut")]))
    #expect(
      loading.defects.map(summary) == [
        "invalidSetting [p | absolut | basis | relative | absolute] → absolute",
        #"notAMember p/rules.json:2 `"relativ"` [relativ | basis | relative | absolute] → relative"#,
      ])
  }

  @Test func unknownParametersAreSuggested() {
    let loading = Packs.load(
      rules: Packs.threshold("r", #", "when": "params.awardDay > 3""#),
      more: """
        "parameters": { "awardDays": { "title": { "vi": "P", "en": "P" }, "type": "integer",
          "setBy": "committee", "values": [ { "value": 30 } ] } },
        """, options: LoadOptions(set: [(name: "awardDys", value: "3")]))
    #expect(
      loading.defects.map(summary) == [
        "unknownParameter [awardDys] → awardDays",
        "expression p/rules.json:2 `params.awardDay` [params.awardDay] → params.awardDays",
      ])
  }
}

extension Value {
  /// The value as tests write it.
  fileprivate var text: Text {
    ValueText.plain(self).string == "yes" ? "true" : ValueText.plain(self)
  }
}
