import CEL
import Evaluator
import JSON
import Testing

/// A small pack built by hand, so that the evaluator is tested without the loader.
struct TestPack {
  static let schema: Schema = {
    func title(_ text: Text) -> LocalizedText { LocalizedText(vi: text, en: text) }
    let grade = EnumType(
      name: "grade", members: ["weak", "fair", "good"], titles: [nil, nil, nil], isOrdered: true)
    let figures = RecordType(
      name: "figures", title: title("Figures"), key: [],
      fields: [
        Field(name: "cover", type: .decimal, title: LocalizedText(vi: "Độ che phủ", en: "Cover"), unit: "%"),
        Field(name: "herd", type: .int, title: title("Herd"), unit: "head"),
      ])
    let school = RecordType(
      name: "school", title: title("School"), key: [],
      fields: [
        Field(name: "id", type: .string, title: title("Id")),
        Field(name: "ok", type: .bool, title: title("Ok")),
      ])
    let unit = RecordType(
      name: "unit", title: title("Unit"), key: ["id"],
      fields: [
        Field(name: "id", type: .string, title: title("Id")),
        Field(name: "kind", type: .string, title: title("Kind")),
        Field(name: "a", type: .bool, title: title("A")),
        Field(name: "b", type: .bool, title: title("B")),
        Field(name: "c", type: .bool, title: title("C")),
        Field(name: "heldOn", type: .date, title: title("Held")),
        Field(name: "planUntil", type: .date, title: title("Until"), isPlanned: true),
        Field(name: "grade", type: .enumeration("grade"), title: title("Grade")),
        Field(name: "figures", type: .record("figures"), title: title("Figures")),
        Field(
          name: "schools", type: .list(.record("school")), title: title("Schools"), key: "id", maxItems: 4),
        Field(name: "note", type: .string, title: title("Note"), maxLength: 10),
        Field(name: "count", type: .int, title: title("Count"), defaultValue: .int(3)),
      ])
    return Schema(recordTypes: [unit, figures, school], enumTypes: [grade])
  }()

  static let environment = PackEnvironment(schema: schema, parameters: [])

  static func formula(_ text: Text, type: CELType? = .bool) throws -> Formula {
    let (program, diagnostics) = environment.environment(on: "unit", readsAsOf: true)
      .compile(text, expecting: type)
    return Formula(text: text, program: try #require(program, "\(text): \(diagnostics)"))
  }

  static func rule(
    _ id: Text, _ requires: Text, when: Text? = nil, due: Text? = nil, measured: Text? = nil,
    atLeast: Text? = nil, distance: Text? = nil, severity: Severity = .target,
    whenMissing: Outcome = .undetermined, isFixed: Bool = false, isUnverified: Bool = false
  ) throws -> CompiledRule {
    let limit = try atLeast.map {
      Limit(bounds: [Limit.Bound(name: "atLeast", value: try formula($0, type: nil))])
    }
    let check = Check(
      applies: try when.map { try formula($0) }, requires: try formula(requires),
      due: try due.map { try formula($0, type: .date) },
      measured: try measured.map { try formula($0, type: nil) }, limit: limit,
      distance: try distance.map { try formula($0, type: nil) }, unit: measured == nil ? nil : "%",
      isFixed: isFixed,
      messages: Messages(
        satisfied: MessageTemplate("test.met", vi: "Đạt {measured}{unit}.", en: "{measured}{unit} reached."),
        violated: MessageTemplate(
          "test.short", vi: "Mới đạt {measured}{unit}, thiếu {distance}{unit} so với {limit}{unit}.",
          en: "{measured}{unit} is {distance}{unit} short of {limit}{unit}.")))
    return CompiledRule(
      id: id, kind: "test", on: "unit", title: LocalizedText(vi: id, en: id), cites: ["plan#1"],
      severity: severity, isUnverified: isUnverified, whenMissing: whenMissing, period: DateSpan(),
      check: check)
  }

  static func pack(
    _ rules: [CompiledRule], awards: [CompiledAward] = [], lawDate: CompiledPack.LawDate? = nil
  ) throws -> CompiledPack {
    CompiledPack(
      id: "test", version: "1", title: LocalizedText(vi: "Thử", en: "Test"), period: DateSpan(),
      timeZoneOffset: 25_200, lawDate: try lawDate ?? .day(CivilDate("2021-12-31")),
      sources: [
        CompiledPack.Source(
          key: "plan", title: LocalizedText(vi: "Kế hoạch", en: "Plan"), issuer: nil, number: "1/KH",
          issued: nil)
      ],
      notices: [], parameters: [], choices: [], schema: schema,
      recordTypes: [try #require(schema.recordTypes["unit"])], rules: rules, awards: awards)
  }

  static func award(_ id: Text, _ requires: Criterion, when: Text? = nil) throws -> CompiledAward {
    CompiledAward(
      id: id, on: "unit", title: LocalizedText(vi: id, en: id), cites: [], isUnverified: false,
      applies: try when.map { try formula($0) }, requires: requires)
  }

  static func bind(
    _ json: Text, asOf: Text = "2021-12-31", schema: Schema = TestPack.schema
  ) throws -> BoundRecord {
    let document = try JSONDocument.parse(json.utf8)
    let type = try #require(schema.recordTypes["unit"])
    return RecordBinder(schema: schema, asOf: try CivilDate(asOf)).bind(document.root, as: type)
  }

  static func result(
    _ pack: CompiledPack, _ json: Text, asOf: Text = "2021-12-31"
  ) throws -> RecordResult {
    let bound = try bind(json, asOf: asOf, schema: pack.schema)
    let record = try #require(bound.record, "\(bound.defects)")
    guard case .judged(let result) = PackEvaluator(pack, asOf: try CivilDate(asOf)).evaluate(record) else {
      throw Refused()
    }
    return result
  }

  struct Refused: Error {}
}
