import CEL
import Evaluator
import JSON

/// A record type with a field of every form that columns know, and some that they do not.
enum SampleModel {
  static let grade = EnumType(
    name: "grade", members: ["weak", "fair", "good", "best"], titles: [nil, nil, nil, nil], isOrdered: true)
  static let sort = EnumType(
    name: "sort", members: ["xã", "phường", "huyện"], titles: [nil, nil, nil], isOrdered: false)

  private static func title(_ text: Text) -> LocalizedText { LocalizedText(vi: text, en: text) }

  private static func field(
    _ name: Text, _ type: CELType, key: Text? = nil, isComplete: Bool = true, defaultValue: Value? = nil,
    isPlanned: Bool = false, maxItems: Int? = nil
  ) -> Field {
    Field(
      name: name, type: type, title: title(name), defaultValue: defaultValue, key: key,
      isComplete: isComplete,
      isPlanned: isPlanned, maxItems: maxItems)
  }

  static let part = RecordType(
    name: "part", title: title("part"), key: [],
    fields: [field("w", .int), field("tag", .string)])
  static let item = RecordType(
    name: "item", title: title("item"), key: [],
    fields: [
      field("n", .int), field("x", .decimal), field("t", .string), field("d", .date), field("b", .bool),
      field("g", .enumeration("grade")), field("parts", .list(.record("part")), maxItems: 20),
      field("inner", .record("part")), field("preset", .int, defaultValue: .int(2)),
      field(
        "kind", .enumeration("grade"), defaultValue: EnumValue(type: grade, index: 2).map(Value.enumeration)),
    ])
  static let year = RecordType(
    name: "year", title: title("year"), key: [],
    fields: [field("year", .int), field("grade", .enumeration("grade"))])
  static let named = RecordType(
    name: "named", title: title("named"), key: [],
    fields: [field("code", .string), field("value", .decimal), field("ok", .bool)])
  static let section = RecordType(
    name: "section", title: title("section"), key: [],
    fields: [
      field("n", .int), field("x", .decimal), field("t", .string), field("d", .date), field("b", .bool),
      field("deep", .record("part")), field("tags", .list(.string)),
      field("preset", .bool, defaultValue: .bool(true)),
    ])
  static let unit = RecordType(
    name: "unit", title: title("unit"), key: ["id"],
    fields: [
      field("id", .string), field("n", .int), field("m", .int), field("x", .decimal), field("y", .decimal),
      field("t", .string), field("u", .string), field("d", .date), field("e", .date, isPlanned: true),
      field("b", .bool), field("c", .bool), field("g", .enumeration("grade")),
      field("s", .enumeration("sort")),
      field("p", .period), field("section", .record("section")),
      field("items", .list(.record("item")), maxItems: 20),
      field("open", .list(.record("item")), isComplete: false, maxItems: 20),
      field("named", .list(.record("named")), key: "code", maxItems: 8),
      field("tags", .list(.string), maxItems: 6), field("numbers", .list(.decimal), maxItems: 6),
      field("grades", .list(.enumeration("grade"))),
      field("preset", .int, defaultValue: .int(3)), field("stamp", .timestamp), field("lawOn", .date),
      field("years", .list(.record("year")), key: "year"),
      field("word", .string, defaultValue: .string("ab")),
    ])
  static let schema = Schema(
    recordTypes: [unit, section, item, part, named, year], enumTypes: [grade, sort])

  /// One value from the first of March 2021 on, another before, none before 2000.
  static let parameters = [
    Parameter(
      name: "limit", title: title("limit"), type: .int, unit: nil, setBy: "test",
      values: [
        Parameter.DatedValue(span: DateSpan(from: day(2000, 1), before: day(2021, 3)), value: .int(1)),
        Parameter.DatedValue(span: DateSpan(from: day(2021, 3)), value: .int(4)),
      ])
  ]

  private static func day(_ year: Int, _ month: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: 1)
  }

  static func pack(
    rules: [CompiledRule], awards: [CompiledAward], lawDate: CompiledPack.LawDate
  ) -> CompiledPack {
    CompiledPack(
      id: "sample", version: "1", title: title("sample"), period: DateSpan(), timeZoneOffset: 25_200,
      lawDate: lawDate, sources: [], notices: [], parameters: parameters, choices: [], schema: schema,
      recordTypes: [unit],
      rules: rules, awards: awards)
  }
}
