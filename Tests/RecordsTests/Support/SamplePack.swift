import CEL
import Evaluator
import JSON

/// A pack without rules: two record types, for what reading alone needs.
enum SamplePack {
  static let pack: CompiledPack = {
    let title = LocalizedText(vi: "", en: "")
    func field(_ name: Text, _ type: CELType, key: Text? = nil, maxItems: Int? = nil) -> Field {
      Field(name: name, type: type, title: title, key: key, maxItems: maxItems, maxLength: 40)
    }
    let grade = EnumType(name: "grade", members: ["weak", "good"], titles: [nil, nil], isOrdered: true)
    let commune = RecordType(
      name: "commune", title: title, key: [], fields: [field("id", .string), field("criteria", .int)])
    let unit = RecordType(
      name: "unit", title: title, key: ["id"],
      fields: [
        field("id", .string), field("output", .decimal), field("year", .int), field("on", .date),
        field("term", .period), field("at", .timestamp), field("isReady", .bool),
        field("grade", .enumeration("grade")),
        field("communes", .list(.record("commune")), key: "id", maxItems: 3),
      ])
    let rating = RecordType(
      name: "rating", title: title, key: ["unitId", "year"],
      fields: [field("unitId", .string), field("year", .int)])
    return CompiledPack(
      id: "sample", version: "1", title: title, period: DateSpan(), timeZoneOffset: 0,
      lawDate: .field("on"), sources: [], notices: [], parameters: [], choices: [],
      schema: Schema(recordTypes: [unit, rating, commune], enumTypes: [grade]),
      recordTypes: [unit, rating], rules: [], awards: [])
  }()
}
