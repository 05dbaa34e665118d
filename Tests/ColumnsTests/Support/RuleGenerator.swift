import CEL
import Evaluator
import JSON

/// Writes random conditions over the sample model, each under the name of the operator that it is about.
struct RuleGenerator {
  var random: SeededGenerator

  /// A condition and the fields that it reads.
  struct Condition {
    let operation: String
    let text: String
    let fields: [String]
  }

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  mutating func flip(_ chance: Double) -> Bool { Double.random(in: 0..<1, using: &random) < chance }

  private mutating func relation() -> String { pick(["<", "<=", ">", ">=", "==", "!="]) }

  static let operations = [
    "int", "decimal", "fields", "arithmetic", "ratio", "date", "dates", "addDays", "part", "period", "window",
    "enum", "order", "text", "texts", "in", "numbers in", "contains", "fold", "matches", "size(text)", "bool",
    "not",
    "and", "or", "?:", "has", "given", "exists", "all", "exists_one", "existsAtLeast", "open list", "size",
    "filter",
    "sum", "minimum", "mean", "in list", "covers", "keyed item", "has item", "nested", "bind", "default",
    "index",
    "sort", "item default", "made text", "made list", "literal", "keyed", "beside", "flatten", "distinct",
    "without", "parameter", "ratio times", "counted", "map", "partial", "constant branches", "kept",
  ]

  /// - Parameter besideError: true where a part that fails stands beside the condition.
  mutating func condition(_ operation: String, besideError: Bool) -> Condition {
    let condition = condition(operation)
    guard besideError else { return condition }
    return Condition(
      operation: operation, text: "(\(condition.text)) \(pick(["&&", "||"])) div(1, n - n) > 0",
      fields: condition.fields + ["n"])
  }

  mutating func condition(_ operation: String) -> Condition {
    switch operation {
    case "int":
      simple(operation, pick(["n", "m", "section.n"])) {
        "\($0) \($1) \(Int.random(in: -3...9, using: &$2.random))"
      }
    case "decimal":
      simple(operation, pick(["x", "y", "section.x"])) {
        "\($0) \($1) \($2.pick(["0.5", "2", "-1.25", "2.50", "7.123456789"]))"
      }
    case "fields":
      Condition(
        operation: operation, text: "x \(relation()) \(pick(["y", "n", "m"]))", fields: ["x", "y", "n", "m"])
    case "arithmetic":
      Condition(
        operation: operation,
        text:
          "\(pick(["x + y", "x * y - n", "n * m + 2", "-x - 1.5", "n - m * n", "x * 100", "n + 9223372036854775800"])) \(relation()) \(pick(["y", "3", "n"]))",
        fields: ["x", "y", "n", "m"])
    case "ratio":
      Condition(
        operation: operation,
        text:
          "\(pick(["percent(n, m)", "ratio(x, y)", "percent(x, n)", "ratio(n + 1, m - 1)"])) \(relation()) \(pick(["50", "0.5", "x"]))",
        fields: ["x", "y", "n", "m"])
    case "date":
      simple(operation, pick(["d", "e", "section.d"])) {
        "\($0) \($1) date('\($2.pick(["2021-03-01", "2020-02-29", "2021-12-31"]))')"
      }
    case "dates": Condition(operation: operation, text: "d \(relation()) e", fields: ["d", "e"])
    case "addDays":
      Condition(
        operation: operation,
        text: "\(pick(["d.addDays(n)", "d.addMonths(n)", "e.addYears(n * 3000)"])) \(relation()) e",
        fields: ["d", "e", "n"])
    case "part":
      Condition(
        operation: operation,
        text: "\(pick(["d.year()", "d.month()", "days(d, e)"])) \(relation()) \(pick(["n", "6", "2021"]))",
        fields: ["d", "e", "n"])
    case "period":
      simple(operation, "p") { "\($0) \($1) period('\($2.pick(["2021", "2021-Q1", "2021-H2", "2020-12"]))')" }
    case "window":
      Condition(operation: operation, text: "p.first() <= d && d <= p.last()", fields: ["p", "d"])
    case "enum":
      Condition(
        operation: operation,
        text: "\(pick(["s", "string(s)"])) \(pick(["==", "!="])) '\(pick(["xã", "huyện"]))'", fields: ["s"])
    case "order": simple(operation, "g") { "\($0) \($1) '\($2.pick(["fair", "good"]))'" }
    case "text":
      Condition(
        operation: operation,
        text: "\(pick(["t", "section.t", "string(t)", "string(g)"])) \(pick(["==", "!="])) '\(word())'",
        fields: ["t", "g", "section"])
    case "texts": Condition(operation: operation, text: "t \(relation()) u", fields: ["t", "u"])
    case "in":
      Condition(
        operation: operation,
        text: pick([
          "t in ['\(word())', '\(word())', '\(word())']", "g in ['weak', 'best']", "s in ['phường']",
          "!(u in ['\(word())', ''])",
        ]), fields: ["t", "g", "s", "u"])
    case "numbers in":
      Condition(
        operation: operation,
        text: pick(["n in [1, 2, 5]", "x in [0.5, 2, 7.25]", "m in [0, 3]", "d in [date('2021-03-01')]"]),
        fields: ["n", "x", "m", "d"])
    case "contains":
      Condition(
        operation: operation,
        text:
          "\(pick(["t", "section.t"])).\(pick(["contains", "startsWith", "endsWith"]))('\(pick(["a", "QĐ", "", "ă-", "Đ"]))')",
        fields: ["t", "section"])
    case "fold":
      Condition(
        operation: operation,
        text: pick(["fold(t) != ''", "fold(t) == 'đông bắc'", "fold(u) == fold('ABC')"]), fields: ["t", "u"])
    case "matches":
      Condition(operation: operation, text: "t.matches('\(pick(["^[a-c]+$", "Đ.*", "."]))')", fields: ["t"])
    case "size(text)": Condition(operation: operation, text: "size(t) \(relation()) 3", fields: ["t"])
    case "bool":
      Condition(
        operation: operation, text: pick(["b", "section.b", "b == c", "b != true", "c == false"]),
        fields: ["b", "c", "section"])
    case "not": combined(operation, 1) { "!(\($0[0]))" }
    case "and": combined(operation, 3) { "(\($0[0])) && (\($0[1])) && (\($0[2]))" }
    case "or": combined(operation, 3) { "(\($0[0])) || (\($0[1])) || (\($0[2]))" }
    case "?:": conditional()
    case "has":
      Condition(
        operation: operation,
        text: pick([
          "has(n)", "has(section.x)", "has(section.deep.w)", "has(section)", "has(d)", "has(items)",
          "!has(tags)",
        ]), fields: ["n", "section", "d", "items", "tags"])
    case "given":
      Condition(
        operation: operation, text: "given(\(pick(["n", "t", "d", "items", "g", "section.x"])))",
        fields: ["n", "t", "d", "items", "g", "section"])
    default: list(operation)
    }
  }

  private mutating func simple(
    _ operation: String, _ field: String, _ text: (String, String, inout RuleGenerator) -> String
  ) -> Condition {
    let relation = relation()
    let root = String(field.prefix { $0 != "." })
    return Condition(operation: operation, text: text(field, relation, &self), fields: [root])
  }

  private mutating func word() -> String { pick(["a", "b", "Đông Bắc", "x y", "QĐ-1", "ă", "ab"]) }

  private mutating func combined(_ operation: String, _ count: Int, _ text: ([String]) -> String) -> Condition
  {
    let parts = (0..<count).map { _ in simpleCondition() }
    return Condition(operation: operation, text: text(parts.map(\.text)), fields: parts.flatMap(\.fields))
  }

  private mutating func simpleCondition() -> Condition {
    condition(
      pick([
        "int", "decimal", "date", "order", "text", "bool", "has", "in", "ratio", "exists", "fields",
        "addDays",
      ]))
  }

  private mutating func conditional() -> Condition {
    let parts = (0..<3).map { _ in simpleCondition() }
    let text = pick([
      "(\(parts[0].text)) ? (\(parts[1].text)) : (\(parts[2].text))", "((\(parts[0].text)) ? n : m) > 2",
      "((\(parts[0].text)) ? x : y) <= 2.5", "((\(parts[0].text)) ? d : e) < date('2021-06-01')",
    ])
    return Condition(
      operation: "?:", text: text, fields: parts.flatMap(\.fields) + ["n", "m", "x", "y", "d", "e"])
  }

  /// A condition on an item of `items`.
  private mutating func body(_ name: String) -> String {
    pick([
      "\(name).n > 2", "\(name).x <= 1.5", "\(name).t == 'a'", "\(name).d >= date('2021-01-01')", "\(name).b",
      "\(name).g >= 'good'",
      "\(name).n > n", "\(name).x * 2 < x", "has(\(name).x)", "has(\(name).inner.w)", "\(name).inner.w > 1",
      "\(name).t in ['a', 'Đông Bắc']", "\(name).n == 1 && \(name).b", "\(name).d <= d || \(name).b", "true",
      "div(\(name).n, m) > 0",
      "\(name).t.contains('a')", "\(name).parts.exists(q, q.w > 1)", "!\(name).parts.all(q, q.tag == 'a')",
      "size(\(name).parts) > 1",
      "\(name).parts.exists(q, q.w > \(name).n)", "c || \(name).b", "percent(\(name).n, n) > 50",
    ])
  }

  private mutating func list(_ operation: String) -> Condition {
    let (first, second) = (body("i"), body("i"))
    let all = ["items", "n", "m", "x", "d", "c"]
    let text: String
    var fields = all
    switch operation {
    case "exists": text = "items.exists(i, \(first))"
    case "all": text = "items.all(i, \(first))"
    case "exists_one": text = "items.exists_one(i, \(first))"
    case "existsAtLeast": text = "items.existsAtLeast(\(pick(["0", "1", "2", "5"])), i, \(first))"
    case "open list":
      text =
        "open.\(pick(["exists", "all", "exists_one"]))(i, \(first)) \(pick(["||", "&&"])) (size(open) > 2)"
      fields += ["open"]
    case "size":
      text = "size(\(pick(["items", "tags", "section.tags", "named"]))) \(relation()) 2"
      fields = ["items", "tags", "section", "named"]
    case "filter":
      text = pick([
        "size(items.filter(i, \(first))) \(relation()) 1", "items.filter(i, \(first)).exists(i, \(second))",
        "items.filter(i, \(first)).all(i, \(second))", "sum(items.filter(i, \(first)).map(i, i.n)) > 3",
        "sum(items.map(i, \(first), i.x)) <= 4", "items.map(i, i.n).exists(v, v > 2)",
      ])
    case "sum":
      text =
        "sum(\(pick(["items.map(i, i.n)", "items.map(i, i.x)", "numbers", "items.map(i, i.n * 2 + n)"]))) \(relation()) \(pick(["3", "4.5", "x"]))"
      fields += ["numbers"]
    case "minimum":
      text =
        "\(pick(["minimum", "maximum"]))(\(pick(["items.map(i, i.x)", "numbers"]))) \(relation()) \(pick(["1", "x"]))"
      fields += ["numbers"]
    case "mean":
      text = "mean(\(pick(["items.map(i, i.n)", "numbers"]))) \(relation()) \(pick(["2", "1.5"]))"
      fields += ["numbers"]
    case "in list":
      text = pick([
        "'a' in tags", "t in tags", "'good' in grades", "2.5 in numbers", "x in numbers",
        "'Đông Bắc' in section.tags",
      ])
      fields = ["tags", "t", "grades", "numbers", "x", "section"]
    case "covers":
      text = pick([
        "['a', 'b'].all(w, w in tags)", "['a', 'b', 'Đông Bắc'].existsAtLeast(2, w, tags.exists(i, i == w))",
        "['a'].exists(w, tags.exists(i, fold(i) == fold(w)))", "sets.contains(tags, ['a', 'b'])",
        "tags.all(i, i in ['a', 'b', 'ă'])",
      ])
      fields = ["tags"]
    case "keyed item":
      text = pick([
        "named.k1.value > 1", "named.k1.ok", "named['k2'].value <= named.k1.value", "named.k9.value == 1",
        "named.k1.code == 'k1'",
      ])
      fields = ["named"]
    case "has item":
      text = pick(["has(named.k1)", "has(named.k1.value)", "!has(named.k2.ok)"])
      fields = ["named"]
    case "nested": text = "items.exists(i, i.parts.exists(q, q.w \(relation()) \(pick(["1", "i.n", "n"])))) "
    case "bind":
      text = pick(["cel.bind(v, x * 2, v > y && v < 9)", "cel.bind(l, items, l.exists(i, \(first)))"])
      fields += ["y"]
    case "default":
      text = pick(["preset > 2", "has(preset)", "preset + n > 4", "given(preset)", "preset in [3, 4]"])
      fields = ["preset", "n"]
    case "index": text = "items[0].n > 1"
    case "item default", "made text", "made list", "literal", "keyed", "beside", "flatten", "distinct",
      "without",
      "parameter", "ratio times", "counted", "map", "partial", "constant branches", "kept":
      return made(operation)
    default: text = "items.map(i, i.n).sort()[0] > 1"
    }
    return Condition(operation: operation, text: text, fields: fields)
  }
}
