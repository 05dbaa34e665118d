import CEL
import Evaluator
import JSON
import RulePacks

/// Workers who lead to units and have visits and past decisions, rules over all of them and over many, awards with quotas;
/// and random records of them with gaps.
struct CrewWorld {
  static let asOf = CivilDate(year: 2024, month: 12, day: 31) ?? .last

  private static func title(_ name: String) -> String { "{ \"vi\": \"\(name)\", \"en\": \"\(name)\" }" }

  private static func fields(_ fields: [(String, String)]) -> String {
    fields.map { "\"\($0)\": { \($1), \"title\": \(title($0)) }" }.joined(separator: ", ")
  }

  /// What rules ask of a worker and the unit that it leads to.
  static let conditions = [
    "good", "score >= 2", "score >= unit.limit", "unit.active && good", "unit.name == word",
    "unit.name < word",
    "unit.openedOn <= at", "share < unit.ratio * 2", "has(unit.plan.grade) ? unit.plan.grade > share : good",
    "has(unit.limit)", "has(unit.plan.approved) || has(unit.name)", "unit.level >= 'fair'",
    "string(unit.level) != string(level)",
    "unit.plan.approved || score > 2", "given(unit.ratio)", "given(unit.plan.grade) == good",
    "score in [1, 3] || unit.limit in [0, 2]", "days(unit.openedOn, at) > 10",
    "unit.plan.on < at || unit.active",
    "unit.name.startsWith('a')", "percent(score, unit.limit) >= 50", "unit.month.first() <= at",
    "marks.exists(m, m > unit.limit)", "size(marks.filter(m, m >= unit.ratio)) > 1",
    "fold(unit.name) == fold(word)", "div(score, unit.limit) > 0",
  ]

  /// What rules ask of a worker and its visits, which columns tell in part or not at all.
  private static let listConditions = [
    "has(visits)", "marks.all(m, visits.exists(v, v.points >= m))", "size(visits) > 1",
    "visits.exists(v, v.points > score) || good",
    "has(visits) && unit.active ? sum(visits.map(v, v.points)) > 3 : good",
  ]

  static func pack() -> CompiledPack? {
    let manifest = """
      { "pack": "crew", "version": "1", "title": \(title("C")), "period": { "before": "2025-01-01" },
        "include": ["all.json"] }
      """
    let string = "\"type\": \"string\""
    let integer = "\"type\": \"integer\""
    let number = "\"type\": \"number\""
    let boolean = "\"type\": \"boolean\""
    let date = "\"type\": \"date\""
    let level = "\"type\": \"enum\", \"ordered\": [\"weak\", \"fair\", \"good\"]"
    let plan = fields([("grade", number), ("approved", boolean), ("on", date)])
    let unit = fields([
      ("id", string), ("limit", integer), ("ratio", number), ("openedOn", date), ("level", level),
      ("name", string),
      ("active", boolean), ("month", "\"type\": \"period\""),
      ("plan", "\"type\": \"record\", \"of\": \"plan\""),
    ])
    let worker = fields([
      ("id", string), ("unitId", string), ("score", integer), ("good", boolean), ("at", date),
      ("share", number),
      ("word", string), ("level", level), ("name", string), ("person", string), ("term", integer),
      ("marks", "\"type\": \"list\", \"of\": \"number\", \"maxItems\": 8"),
    ])
    let rules = conditions.enumerated().map { place, condition in
      """
      { "id": "c\(place)", "kind": "expression", "on": "worker", "title": \(title("C")), "holds": "\(condition)"\
      \(place % 5 == 4 ? ", \"when\": \"unit.active\"" : "")\(place % 7 == 6 ? ", \"due\": \"unit.openedOn\"" : "") }
      """
    }
    let more = listConditions.enumerated().map { place, condition in
      """
      { "id": "v\(place)", "kind": "expression", "on": "worker", "title": \(title("V")), "holds": "\(condition)"\
      \(place == 1 ? ", \"when\": \"has(visits)\"" : "") }
      """
    }
    let visit = fields([("id", string), ("by", string), ("points", integer), ("on", date), ("note", string)])
    let decision = fields([("id", string), ("title", string), ("person", string), ("term", integer)])
    let model = """
      { "recordTypes": [
          { "recordType": "plan", "title": \(title("P")), "fields": { \(plan) } },
          { "recordType": "unit", "key": ["id"], "title": \(title("U")), "fields": { \(unit) } },
          { "recordType": "worker", "key": ["id"], "title": \(title("W")), "fields": { \(worker) },
            "relations": { "unit": { "to": "unit", "by": "unitId", "title": \(title("U")) },
              "visits": { "to": "visit", "many": true, "by": "by", "title": \(title("V")), "maxItems": 9 } } },
          { "recordType": "visit", "key": ["id"], "title": \(title("V")), "fields": { \(visit) } },
          { "recordType": "decision", "key": ["id"], "title": \(title("D")), "fields": { \(decision) } } ],
        "authorities": { "head": \(title("H")), "council": \(title("K")) },
        "register": { "recordType": "decision", "award": "title", "subject": "person", "year": "term" },
        "rules": [ \((rules + more).joined(separator: ",\n")),
          { "id": "mean", "kind": "aggregate", "on": "worker", "title": \(title("P")), "function": "mean", "value": "share", "per": ["unit.level"], "atLeast": 1 },
          { "id": "rise", "kind": "trend", "on": "worker", "title": \(title("P")), "function": "sum", "value": "score", "by": "term", "current": 2024, "atLeast": 0 },
          { "id": "marks-once", "kind": "unique", "on": "worker", "title": \(title("P")), "by": ["word", "marks"] },
          { "id": "share", "kind": "share", "on": "worker", "per": ["unitId"], "title": \(title("P")), "where": "good", "atLeast": 50 },
          { "id": "sum", "kind": "aggregate", "on": "worker", "title": \(title("P")), "function": "sum", "value": "score", "when": "unit.active", "atLeast": 9 },
          { "id": "unique", "kind": "unique", "on": "worker", "title": \(title("P")), "by": ["unitId", "score"], "when": "good" } ],
        "awards": [
          { "id": "base", "on": "worker", "title": \(title("B")), "requires": "c0", "per": ["unitId"] },
          { "id": "prize", "on": "worker", "title": \(title("Z")), "per": ["unitId"], "when": "unit.active",
            "requires": { "all": ["c1", "share", { "award": "base", "as": "nominated" }] },
            "rankBy": [ { "value": "score", "order": "descending" } ],
            "quotas": [ { "share": { "value": 50, "unit": "%" }, "of": { "award": "base", "as": "nominated" }, "per": ["unitId"] } ] },
          { "id": "medal", "on": "worker", "title": \(title("M")), "requires": { "any": ["c2", { "award": "prize", "as": "nominated" }] },
            "rankBy": [ { "value": "score + unit.limit", "order": "descending" } ], "quotas": [ { "number": 2 } ] },
          { "id": "title", "on": "worker", "title": \(title("T")), "form": "T", "subject": "person", "year": "term", "per": ["unitId"],
            "requires": { "all": ["c0", { "any": ["v0", "v1", "c2"] }] }, "notWith": ["base"],
            "decidedBy": [ { "when": "unit.active", "authority": "head" }, { "authority": "council" } ],
            "rankBy": [ { "value": "level", "order": "descending" }, { "value": "share", "order": "ascending" }, { "value": "visits.exists(v, v.points > 2)", "order": "descending" } ] },
          { "id": "order", "on": "worker", "title": \(title("O")), "subject": "person", "year": "term", "confidence": "unverified",
            "requires": { "all": ["v3", "unique", { "any": [{ "award": "title", "as": "decided" }, { "award": "title", "as": "nominated" }] }] },
            "ties": "key", "quotas": [ { "share": { "value": 40, "unit": "%" }, "of": "good" } ] } ] }
      """
    let files = MemoryFiles(["w/pack.json": Array(manifest.utf8), "w/all.json": Array(model.utf8)])
    return PackLoader().load(manifest: "w/pack.json", from: files).pack
  }

  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Records of both types, one a line, in any order.
  mutating func lines() -> [String] {
    var lines = (0..<4).map { unit($0) } + (0..<Int.random(in: 3...14, using: &random)).map { worker($0) }
    // Now and then there are none at all, of which others then know nothing.
    if Bool.random(using: &random) { lines += (0..<6).map { visit($0) } }
    if Bool.random(using: &random) { lines += (0..<3).map { decision($0) } }
    lines.shuffle(using: &random)
    return lines
  }

  private mutating func unit(_ place: Int) -> String {
    let plan = record([
      ("grade", pick(["1", "2.25", "0.5"])), ("approved", pick(["true", "false"])), ("on", pick(Self.days)),
    ])
    return line([
      ("type", "\"unit\""), ("id", "\"u\(place)\""), ("limit", pick(["0", "1", "2", "3"])),
      ("ratio", pick(["0.5", "1", "1.75"])), ("openedOn", pick(Self.days)), ("level", pick(Self.levels)),
      ("name", pick(Self.words)), ("active", pick(["true", "true", "false"])),
      ("month", pick(["\"2024-06\"", "\"2024-Q1\"", "\"2023\""])), ("plan", plan),
    ])
  }

  private mutating func worker(_ place: Int) -> String {
    let marks = (0..<Int.random(in: 0...3, using: &random)).map { _ in pick(["0", "1.5", "3", "null"]) }
    return line([
      ("type", "\"worker\""), ("id", "\"w\(place)\""),
      ("unitId", pick(["\"u0\"", "\"u1\"", "\"u2\"", "\"u3\"", "\"u9\""])),
      ("score", pick(["0", "1", "2", "3"])),
      ("good", pick(["true", "true", "false"])), ("at", pick(Self.days)),
      ("share", pick(["0.5", "1", "2.5"])),
      ("word", pick(Self.words)), ("level", pick(Self.levels)), ("name", pick(Self.words)),
      ("person", pick(["\"p0\"", "\"p1\"", "\"p2\"", "\"p3\""])), ("term", pick(["2023", "2024", "2024"])),
      ("marks", "[\(marks.joined(separator: ", "))]"),
    ])
  }

  private mutating func visit(_ place: Int) -> String {
    line([
      ("type", "\"visit\""), ("id", "\"v\(place)\""), ("by", "\"w\(Int.random(in: 0..<6, using: &random))\""),
      ("points", pick(["0", "1", "2", "5"])), ("on", pick(Self.days)),
      (Int.random(in: 0..<6, using: &random) == 0 ? "remark" : "note", pick(Self.words)),
    ])
  }

  private mutating func decision(_ place: Int) -> String {
    line([
      ("type", "\"decision\""), ("id", "\"d\(place)\""), ("title", pick(["\"T\"", "\"base\""])),
      ("person", pick(["\"p0\"", "\"p1\"", "\"p2\""])), ("term", pick(["2023", "2024", "2024"])),
    ])
  }

  private static let days = ["\"2024-01-15\"", "\"2024-06-30\"", "\"2023-12-31\"", "\"2025-03-01\""]
  private static let levels = ["\"weak\"", "\"fair\"", "\"good\""]
  private static let words = ["\"ab\"", "\"Đông Bắc\"", "\"ĐÔNG BẮC\"", "\"a\""]

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? "null"
  }

  private mutating func line(_ members: [(String, String)]) -> String {
    let text = record(members)
    // Some records cannot be read.
    return Int.random(in: 0..<40, using: &random) == 0 ? String(text.dropLast()) : text
  }

  /// Some members are left out, null or of another type.
  private mutating func record(_ members: [(String, String)]) -> String {
    var kept: [String] = []
    for (name, value) in members {
      let draw = name == "type" || name == "id" ? 99 : Int.random(in: 0..<100, using: &random)
      if draw >= 12 { kept.append("\"\(name)\": \(draw == 12 ? "{}" : draw < 17 ? "null" : value)") }
    }
    if Int.random(in: 0..<4, using: &random) == 0 { kept.shuffle(using: &random) }
    return "{" + kept.joined(separator: ",") + "}"
  }
}
