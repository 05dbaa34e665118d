import CEL
import JSON
import Testing

@Suite struct CELTypeTextTests {
  static let types: [(text: Text, type: CELType)] = [
    ("dyn", .dyn), ("null", .null), ("bool", .bool), ("int", .int), ("uint", .uint), ("double", .double),
    ("string", .string), ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
    ("decimal", .decimal), ("ratio", .ratio), ("date", .date), ("period", .period),
    ("list(int)", .list(.int)), ("map(string, dyn)", .map(.string, .dyn)), ("type(int)", .type(.int)),
    ("optional_type(int)", .optional(.int)), ("wrapper(int)", .wrapper(.int)), ("param(T)", .parameter("T")),
    ("list(map(string, optional_type(double)))", .list(.map(.string, .optional(.double)))),
    (
      "tuple(param(T), list(param(U)), int)",
      .opaque("tuple", [.parameter("T"), .list(.parameter("U")), .int])
    ),
    ("net.IP", .opaque("net.IP", [])), ("unit", .record("unit")), ("grade", .enumeration("grade")),
  ]

  private static let schema = Schema(
    recordTypes: [RecordType(name: "unit", title: LocalizedText(vi: "", en: ""), key: [], fields: [])],
    enumTypes: [EnumType(name: "grade", members: ["low"], titles: [nil], isOrdered: true)])

  @Test(arguments: types) func writesAndReads(_ text: Text, _ type: CELType) {
    #expect(type.text == text)
    #expect(CELType(text: text, schema: Self.schema) == type)
  }

  @Test func readsTheOtherNamesOfDyn() {
    #expect(CELType(text: "any") == .dyn)
    #expect(CELType(text: "type") == .type(.dyn))
  }

  @Test(
    arguments: [
      "", "list", "list(", "list()", "list(int", "list(int))", "list(int, int)", "map(int)", "int(int)",
      "param()",
      "int int", "list(int) x", "(int)", ",",
    ] as [Text])
  func refusesWhatIsMalformed(_ text: Text) {
    #expect(CELType(text: text) == nil)
  }

  @Test func refusesNestingWithoutEnd() {
    let nested = String(repeating: "list(", count: 100_000) + "int" + String(repeating: ")", count: 100_000)
    #expect(CELType(text: Text(nested)) == nil)
  }
}
