import CEL
import JSON

/// A record type with a field of each kind, and records of it.
enum Samples {
  private static let title = LocalizedText(vi: "", en: "")
  private static let grades = EnumType(
    name: "grade", members: ["weak", "fair", "good"], titles: [nil, nil, nil], isOrdered: true)
  private static let kinds = EnumType(
    name: "kind", members: ["commune", "school"], titles: [nil, nil], isOrdered: false)

  private static let indicator = RecordType(
    name: "indicator", title: title, key: ["code"],
    fields: [
      Field(name: "code", type: .string, title: title), Field(name: "value", type: .decimal, title: title),
    ])

  static let recordType = RecordType(
    name: "unit", title: title, key: ["s"],
    fields: [
      Field(name: "b", type: .bool, title: title),
      Field(name: "i", type: .int, title: title),
      Field(name: "d", type: .decimal, title: title, unit: "%"),
      Field(name: "s", type: .string, title: title, maxLength: 40),
      Field(name: "g", type: .enumeration("grade"), title: title),
      Field(name: "k", type: .enumeration("kind"), title: title),
      Field(name: "t", type: .date, title: title),
      Field(name: "p", type: .period, title: title),
      Field(name: "l", type: .list(.decimal), title: title, maxItems: 9),
      Field(name: "m", type: .list(.record("indicator")), title: title, key: "code", maxItems: 9),
    ])

  static let schema = Schema(recordTypes: [indicator, recordType], enumTypes: [grades, kinds])
  static let fieldCount = recordType.fields.count

  /// Records in which everything is given.
  static let completions = [
    complete(true, 3, 5, "xã", 2, 0, "2021-12-31", "2021-Q3", [1, 2], [("x", 1), ("y", 7)]),
    complete(false, -1, 0, "", 0, 1, "2024-02-29", "2021-H1", [], []),
  ]

  /// The record with its first fields only; the others are not given.
  static func record(_ complete: RecordValue, given count: Int) -> RecordValue {
    let slots = complete.slots.enumerated().map { $0 < count ? $1 : nil }
    return RecordValue(type: recordType, slots: slots, path: .root)
  }

  private static func complete(
    _ bool: Bool, _ int: Int64, _ decimal: Int64, _ text: Text, _ grade: Int, _ kind: Int, _ date: Text,
    _ period: Text, _ numbers: [Int64], _ items: [(Text, Int64)]
  ) -> RecordValue {
    let records = items.map { code, value in
      let path = Path.root.appending(.field("m")).appending(.key(code))
      return Value.record(
        RecordValue(type: indicator, slots: [.string(code), .decimal(Decimal(value))], path: path))
    }
    var places: [Text: Int] = [:]
    for (place, item) in items.enumerated() { places[item.0] = place }
    return RecordValue(
      type: recordType,
      slots: [
        .bool(bool), .int(int), .decimal(Decimal(decimal)), .string(text),
        EnumValue(type: grades, index: grade).map(Value.enumeration),
        EnumValue(type: kinds, index: kind).map(Value.enumeration),
        (try? CivilDate(date)).map(Value.date), (try? Period(period)).map(Value.period),
        .list(ListValue(numbers.map { .decimal(Decimal($0)) }, path: Path.root.appending(.field("l")))),
        .list(ListValue(records, path: Path.root.appending(.field("m")), items: places)),
      ], path: .root)
  }
}
