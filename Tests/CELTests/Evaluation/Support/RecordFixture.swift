import CEL
import JSON

/// A small record model on which evaluation is tested.
enum RecordFixture {
  private static func text(_ string: String) -> LocalizedText {
    LocalizedText(vi: Text(string), en: Text(string))
  }

  private static func field(
    _ name: Text, _ type: CELType, key: Text? = nil, isComplete: Bool = true, defaultValue: Value? = nil
  ) -> Field {
    Field(
      name: name, type: type, title: text(""), defaultValue: defaultValue, key: key, isComplete: isComplete,
      maxItems: 20, maxLength: 50)
  }

  private static func record(_ name: Text, _ fields: [Field]) -> RecordType {
    RecordType(name: name, title: text(""), key: [], fields: fields)
  }

  static let unitKind = EnumType(
    name: "unitKind", members: ["district", "commune", "school"], titles: [nil, nil, nil], isOrdered: false)
  static let grade = EnumType(
    name: "grade", members: ["notCompleted", "completed", "excellent"], titles: [nil, nil, nil],
    isOrdered: true)
  static let deep = record("deep", [field("x", .int), field("y", .int)])
  static let figures = record(
    "figures", [field("cover", .decimal), field("people", .int), field("deep", .record("deep"))])
  static let commune = record(
    "commune", [field("name", .string), field("criteria", .int), field("met", .bool)])
  static let indicator = record(
    "indicator", [field("code", .string), field("actual", .decimal), field("met", .bool)])
  static let unit = record(
    "unit",
    [
      field("name", .string), field("kind", .enumeration("unitKind")), field("grade", .enumeration("grade")),
      field("count", .int), field("score", .decimal), field("founded", .date),
      field("figures", .record("figures")), field("topics", .list(.string)),
      field("indicators", .list(.record("indicator")), key: "code"),
      field("communes", .list(.record("commune"))), field("documents", .list(.string), isComplete: false),
      field("a", .bool), field("b", .bool), field("c", .bool), field("d", .bool),
      field("places", .int, defaultValue: .int(7)),
    ])

  static let schema = Schema(
    recordTypes: [unit, figures, deep, commune, indicator], enumTypes: [unitKind, grade])

  static let environment = Environment(
    libraries: [StandardLibrary.library, PackLibrary.library(schema)] + Library.extensions,
    schema: schema, recordType: unit, dialect: .pack)

  /// A record in which every field is given.
  static let complete = Sample.section(
    unit,
    [
      .leaf(.string("Ba Tơ")), .leaf(member(unitKind, 0)), .leaf(member(grade, 1)), .leaf(.int(3)),
      .leaf(decimal("67.1")), .leaf(.date(CivilDate(year: 2021, month: 3, day: 31) ?? .first)),
      .section(
        figures,
        [.leaf(decimal("1.5")), .leaf(.int(2)), .section(deep, [.leaf(.int(4)), .leaf(.int(5))])]),
      .list([.leaf(.string("x")), .leaf(.string("y"))]),
      .keyed([
        (
          "forest",
          .section(indicator, [.leaf(.string("forest")), .leaf(decimal("2.5")), .leaf(.bool(true))])
        ),
        (
          "xa-01", .section(indicator, [.leaf(.string("xa-01")), .leaf(decimal("0.5")), .leaf(.bool(false))])
        ),
      ]),
      .list([
        .section(commune, [.leaf(.string("An")), .leaf(.int(1)), .leaf(.bool(true))]),
        .section(commune, [.leaf(.string("Bình")), .leaf(.int(2)), .leaf(.bool(false))]),
        .section(commune, [.leaf(.string("Ca")), .leaf(.int(3)), .leaf(.bool(true))]),
      ]),
      .open([.leaf(.string("plan"))], next: .leaf(.string("report"))),
      .leaf(.bool(true)), .leaf(.bool(false)), .leaf(.bool(true)), .leaf(.bool(false)), .leaf(.int(7)),
    ])

  static func member(_ type: EnumType, _ index: Int) -> Value {
    EnumValue(type: type, index: index).map(Value.enumeration) ?? .null
  }

  static func decimal(_ text: Text) -> Value { (try? Decimal(text)).map(Value.decimal) ?? .null }

  struct NotCompiled: Error {
    let text: String
    let diagnostics: [Diagnostic]
  }

  static func program(_ text: String) throws -> Program {
    let (program, diagnostics) = environment.compile(Text(text))
    guard let program else { throw NotCompiled(text: text, diagnostics: diagnostics) }
    return program
  }

  /// The value over the complete record less the parts at these paths.
  static func evaluate(_ text: String, without removed: [String] = []) throws -> Value {
    try program(text).evaluate(Activation(record: try complete.record(without: removed)))
  }
}
