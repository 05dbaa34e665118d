import CEL
import JSON

/// Records of the type `CheckFixture.unit`: one with every field, one with only some.
enum PackRecords {
  static let whole = unit { _ in true }
  static let partial = unit { slot in slot % 2 == 0 }

  private static func unit(_ isGiven: (Int) -> Bool) -> RecordValue {
    let type = CheckFixture.unit
    let slots = type.fields.enumerated().map { slot, field in isGiven(slot) ? value(of: field.name) : nil }
    return RecordValue(type: type, slots: slots, path: .root)
  }

  private static func value(of field: Text) -> Value? {
    switch field {
    case "id": .string("u-1")
    case "kind": member(CheckFixture.unitKind, 0)
    case "grade": member(CheckFixture.grade, 1)
    case "headcount": .int(12)
    case "score", "plain", "actual", "forestCoverPercent", "povertyPercent", "revenue":
      (try? Decimal("12.75")).map(Value.decimal)
    case "foundedOn": CivilDate(year: 2021, month: 1, day: 31).map(Value.date)
    case "term": (try? Period("2021-H1")).map(Value.period)
    case "kinds": .list(ListValue([member(CheckFixture.unitKind, 1)].compactMap { $0 }))
    case "hasForest", "isStrong", "includesHydro", "isMet": .bool(true)
    case "households", "criteria": .int(7)
    case "figures": section(CheckFixture.figures, at: "figures").map(Value.record)
    case "communes": list(CheckFixture.commune, keys: [], count: 3, at: "communes")
    case "indicators": list(CheckFixture.indicator, keys: ["a", "b"], count: 2, at: "indicators")
    default: nil
    }
  }

  private static func member(_ type: EnumType, _ index: Int) -> Value? {
    EnumValue(type: type, index: index).map(Value.enumeration)
  }

  private static func section(_ type: RecordType, at name: Text) -> RecordValue? {
    RecordValue(
      type: type, slots: type.fields.map { value(of: $0.name) }, path: Path.root.appending(.field(name)))
  }

  private static func list(_ type: RecordType, keys: [Text], count: Int, at name: Text) -> Value {
    let items = (0..<count).compactMap { _ in section(type, at: name).map(Value.record) }
    var places: [Text: Int] = [:]
    for (place, key) in keys.enumerated() { places[key] = place }
    let path = Path.root.appending(.field(name))
    return .list(ListValue(items, path: path, items: keys.isEmpty ? nil : places))
  }
}
