import CEL
import JSON

/// A small record model and library on which the checker is tested, and helpers that read one expression.
enum CheckFixture {
  static func text(_ string: String) -> LocalizedText { LocalizedText(vi: Text(string), en: Text(string)) }

  static func field(
    _ name: Text, _ type: CELType, unit: Text? = nil, key: Text? = nil, maxItems: Int? = nil,
    maxLength: Int? = nil
  ) -> Field {
    Field(
      name: name, type: type, title: text(""), unit: unit, key: key, maxItems: maxItems, maxLength: maxLength)
  }

  static let unitKind = EnumType(
    name: "unitKind", members: ["district", "commune", "school"], titles: [nil, nil, nil], isOrdered: false)
  static let grade = EnumType(
    name: "grade", members: ["notCompleted", "completed", "excellent"], titles: [nil, nil, nil],
    isOrdered: true)

  static let figures = RecordType(
    name: "figures", title: text("figures"), key: [],
    fields: [
      field("forestCoverPercent", .decimal, unit: "%"), field("povertyPercent", .decimal, unit: "%"),
      field("revenue", .decimal, unit: "VND million"), field("households", .int, unit: "household"),
      field("plain", .decimal), field("includesHydro", .bool),
    ])
  static let commune = RecordType(
    name: "commune", title: text("commune"), key: [],
    fields: [
      field("name", .string, maxLength: 100), field("criteria", .int, unit: "criterion"),
      field("isStrong", .bool), field("kind", .enumeration("unitKind")),
      field("figures", .record("figures")), field("foundedOn", .date),
    ])
  static let indicator = RecordType(
    name: "indicator", title: text("indicator"), key: [],
    fields: [field("code", .string), field("actual", .decimal), field("isMet", .bool)])
  static let unit = RecordType(
    name: "unit", title: text("unit"), key: ["id"],
    fields: [
      field("id", .string, maxLength: 20), field("kind", .enumeration("unitKind")),
      field("grade", .enumeration("grade")), field("headcount", .int), field("score", .decimal),
      field("foundedOn", .date), field("term", .period), field("kinds", .list(.enumeration("unitKind"))),
      field("topics", .list(.string), maxItems: 20, maxLength: 30), field("figures", .record("figures")),
      field("communes", .list(.record("commune")), maxItems: 50),
      field("indicators", .list(.record("indicator")), key: "code", maxItems: 200),
      field("attributes", .map(.string, .int)), field("hasForest", .bool),
    ])

  static let schema = Schema(
    recordTypes: [unit, figures, commune, indicator], enumTypes: [unitKind, grade])

  private static func declare(_ name: Text, _ overloads: [Overload]) -> FunctionDeclaration {
    FunctionDeclaration(name, overloads, .intrinsic)
  }
  private static let a = CELType.parameter("A")
  private static let b = CELType.parameter("B")

  /// Only what these tests call, so that they do not depend on how the libraries grow.
  static let library = Library(
    name: "check-fixture",
    functions: [
      declare(
        Operator.add,
        [
          Overload("add_int64", [.int, .int], .int), Overload("add_uint64", [.uint, .uint], .uint),
          Overload("add_double", [.double, .double], .double),
          Overload("add_string", [.string, .string], .string),
          Overload("add_list", [.list(a), .list(a)], .list(a)),
          Overload("add_timestamp_duration", [.timestamp, .duration], .timestamp),
        ]),
      declare(
        Operator.subtract,
        [
          Overload("subtract_int64", [.int, .int], .int),
          Overload("subtract_double", [.double, .double], .double),
        ]),
      declare(
        Operator.multiply,
        [
          Overload("multiply_int64", [.int, .int], .int),
          Overload("multiply_double", [.double, .double], .double),
        ]),
      declare(
        Operator.divide,
        [
          Overload("divide_int64", [.int, .int], .int),
          Overload("divide_double", [.double, .double], .double),
        ]),
      declare(Operator.modulo, [Overload("modulo_int64", [.int, .int], .int)]),
      declare(
        Operator.negate,
        [Overload("negate_int64", [.int], .int), Overload("negate_double", [.double], .double)]),
      declare(
        "size",
        [
          Overload("size_string", [.string], .int), Overload("size_list", [.list(a)], .int),
          Overload("size_map", [.map(a, b)], .int), Overload("list_size", member: true, [.list(a)], .int),
        ]),
      declare("startsWith", [Overload("starts_with_string", member: true, [.string, .string], .bool)]),
      declare("matches", [Overload("matches_string", member: true, [.string, .string], .bool)]),
      declare("dyn", [Overload("to_dyn", [a], .dyn)]),
      declare("type", [Overload("type", [a], .type(a))]),
      declare(
        "string",
        [
          Overload("int64_to_string", [.int], .string),
          Overload("unitKind_to_string", [.enumeration("unitKind")], .string),
          Overload("grade_to_string", [.enumeration("grade")], .string),
        ]),
      declare("double", [Overload("string_to_double", [.string], .double)]),
      declare("decimal", [Overload("double_to_decimal", [.double], .decimal)]),
      declare("date", [Overload("string_to_date", [.string], .date)]),
      declare("period", [Overload("string_to_period", [.string], .period)]),
      declare("year", [Overload("date_year", member: true, [.date], .int)]),
      declare("contains", [Overload("period_contains_date", member: true, [.period, .date], .bool)]),
      declare("ratio", [Overload("ratio", [.decimal, .decimal], .ratio)]),
      declare("percent", [Overload("percent", [.decimal, .decimal], .ratio)]),
      declare(
        "sum",
        [Overload("sum_int", [.list(.int)], .int), Overload("sum_decimal", [.list(.decimal)], .decimal)]),
      declare("mean", [Overload("mean_decimal", [.list(.decimal)], .ratio)]),
      declare("math.greatest", [Overload("math_greatest_decimal", [.decimal, .decimal], .decimal)]),
      declare("sets.contains", [Overload("list_sets_contains_list", [.list(a), .list(a)], .bool)]),
      declare("distinct", [Overload("list_distinct", member: true, [.list(a)], .list(a))]),
      declare("optional.of", [Overload("optional_of", [a], .optional(a))]),
      declare("optional.none", [Overload("optional_none", [], .optional(a))]),
      declare("orValue", [Overload("optional_or_value", member: true, [.optional(a), a], a)]),
      declare("fold", [Overload("fold", [.string], .string)]),
    ],
    macros: [.standard, .bindings, .twoVariables, .optionals, .counting, .sorting])

  static let pack = Environment(
    libraries: [library],
    variables: [
      Environment.Variable("params.turnoutMin", .decimal, unit: "%"),
      Environment.Variable("params.strict", .bool),
      Environment.Variable("item", .record("commune"), path: "communes"),
      Environment.Variable("other", .record("figures")),
      Environment.Variable("anything", .dyn),
    ],
    schema: schema, recordType: unit, dialect: .pack)

  static let standard = Environment(
    libraries: [library], variables: [Environment.Variable("anything", .dyn)], schema: schema)

  static func check(
    _ text: String, in environment: Environment, expecting: CELType? = nil
  ) -> (CheckedExpression?, [Diagnostic]) {
    let (parsed, diagnostics) = Parser.parse(
      Text(text), macros: environment.macros, limits: environment.limits)
    guard let parsed else { return (nil, diagnostics) }
    return environment.check(parsed, expecting: expecting)
  }
}

extension Diagnostic {
  /// What it points at.
  func place(in text: String) -> String {
    String(decoding: Array(text.utf8)[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}
