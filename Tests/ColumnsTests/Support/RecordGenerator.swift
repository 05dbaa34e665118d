/// Writes random records of the sample model as JSON text: values known, absent, null, blank or of a wrong type.
struct RecordGenerator {
  var random: SeededGenerator
  /// How likely a field is absent, null, and of a wrong type.
  var chances = (absent: 0.12, null: 0.06, wrong: 0.004)

  enum State: Int {
    case known, missing, null, wrong
  }

  /// A record and the state of its fields.
  struct Record {
    let text: String
    let states: [String: State]
  }

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// One of the choices; now and then one that only the tree reader takes.
  private mutating func pick(_ choices: [String], unusual: [String]) -> String {
    chance() < 0.003 ? pick(unusual) : pick(choices)
  }

  private mutating func chance() -> Double { Double.random(in: 0..<1, using: &random) }

  mutating func record(_ number: Int) -> Record {
    var states: [String: State] = [:]
    var members = ["\"id\":\"u\(number)\""]
    let makers: [(String, (inout RecordGenerator) -> String)] = [
      ("n", { $0.int() }), ("m", { $0.int() }), ("x", { $0.decimal() }), ("y", { $0.decimal() }),
      ("t", { $0.text() }),
      ("u", { $0.text() }), ("d", { $0.date() }), ("e", { $0.date() }), ("b", { $0.bool() }),
      ("c", { $0.bool() }),
      ("g", { $0.grade() }), ("s", { $0.pick(["\"xã\"", "\"phường\"", "\"huyện\""]) }),
      ("p", { $0.pick(["\"2021\"", "\"2021-Q1\"", "\"2021-H2\"", "\"2021-06\"", "\"2020-12\""]) }),
      ("section", { $0.section() }), ("items", { $0.items() }), ("open", { $0.items() }),
      ("named", { $0.named() }),
      ("tags", { generator in generator.list(4) { $0.text() } }),
      ("numbers", { generator in generator.list(4) { $0.decimal() } }),
      ("grades", { generator in generator.list(3) { $0.grade() } }), ("preset", { $0.int() }),
      ("lawOn", { $0.date() }), ("years", { $0.years() }), ("word", { $0.text() }),
      ("stamp", { $0.pick(["null"], unusual: ["\"2021-01-01T00:00:00Z\""]) }),
      ("other", { $0.pick(["1", "{\"a\":[1,{\"b\":null}]}", "\"\\u00e9\\n\"", "[[],{}]"]) }),
    ]
    for (name, make) in makers {
      let chance = chance()
      let value = make(&self)
      if chance < chances.absent {
        states[name] = .missing
        continue
      }
      if chance < chances.absent + chances.null {
        states[name] = .null
        members.append("\"\(name)\":\(pick(["null"], unusual: ["\"\"", "\" \""]))")
      } else if name != "other", chance < chances.absent + chances.null + chances.wrong {
        states[name] = .wrong
        members.append(
          "\"\(name)\":\(pick(["{\"q\":1}", "[[1]]", "\"?\"", "true", "1.5", "12345678901234567890"]))")
      } else {
        states[name] = .known
        members.append("\"\(name)\":\(value)")
      }
    }
    if chance() < 0.2 { members.shuffle(using: &random) }
    let space = chance() < 0.2 ? " " : ""
    return Record(text: "{" + members.joined(separator: "," + space) + space + "}", states: states)
  }

  private mutating func int() -> String {
    pick(
      ["0", "1", "2", "3", "5", "-2", "7", "-0", "900000000000000000"],
      unusual: ["2.0", "1e1", "9223372036854775807"])
  }

  private mutating func decimal() -> String {
    pick(
      ["0", "1", "0.5", "2.5", "-1.25", "2.50", "7.25", "12", "3", "1.5"],
      unusual: ["3e-1", "123456789.123456789", "0.000000001", "999999999999999999"])
  }

  private mutating func text() -> String {
    pick(
      [
        "\"a\"", "\"b\"", "\"Đông Bắc\"", "\"x y\"", "\"QĐ-1\"", "\"ă\"", "\"ă-b\"", "\"ab\"", "\"ABC\"",
        "\"Ủy ban\"",
      ],
      unusual: ["\"a\\\"b\"", "\"\\u0061\""])
  }

  private mutating func date() -> String {
    pick([
      "\"2021-03-01\"", "\"2020-02-29\"", "\"2021-12-31\"", "\"2022-05-05\"", "\"0001-01-01\"",
      "\"2021-01-31\"", "\"9999-12-31\"",
    ])
  }

  private mutating func bool() -> String { pick(["true", "false"]) }

  private mutating func grade() -> String { pick(["\"weak\"", "\"fair\"", "\"good\"", "\"best\""]) }

  private mutating func list(_ most: Int, _ element: (inout RecordGenerator) -> String) -> String {
    let count = Int.random(in: 0...most, using: &random)
    let elements = (0..<count).map { _ in chance() < 0.1 ? "null" : element(&self) }
    return "[" + elements.joined(separator: ",") + "]"
  }

  private mutating func object(_ members: [(String, String)]) -> String {
    let kept = members.compactMap { name, value -> String? in
      let chance = chance()
      return chance < 0.12 ? nil : "\"\(name)\":\(chance < 0.2 ? "null" : value)"
    }
    return "{" + kept.joined(separator: ",") + "}"
  }

  private mutating func part() -> String { object([("w", int()), ("tag", text())]) }

  private mutating func items() -> String {
    list(4) { generator in
      generator.object([
        ("n", generator.int()), ("x", generator.decimal()), ("t", generator.text()), ("d", generator.date()),
        ("b", generator.bool()), ("g", generator.grade()), ("parts", generator.list(3) { $0.part() }),
        ("inner", generator.part()), ("preset", generator.int()), ("kind", generator.grade()),
      ])
    }
  }

  private mutating func years() -> String {
    let years = [-1, 0, 1, 2, 3].shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))
    let items = years.map { year in "{\"year\":\(year)," + object([("grade", grade())]).dropFirst() }
    return "[" + items.map { $0.replacing(",}", with: "}") }.joined(separator: ",") + "]"
  }

  private mutating func section() -> String {
    object([
      ("n", int()), ("x", decimal()), ("t", text()), ("d", date()), ("b", bool()), ("deep", part()),
      ("tags", list(3) { $0.text() }), ("preset", bool()),
    ])
  }

  private mutating func named() -> String {
    var names = ["k1", "k2", "k3", "k4"].shuffled(using: &random)
    if chance() < 0.02 { names[0] = names[1] }
    let items = names.prefix(Int.random(in: 0...4, using: &random)).map { name in
      "{\"code\":\"\(name)\"," + object([("value", decimal()), ("ok", bool())]).dropFirst()
    }
    return "[" + items.map { $0.replacing(",}", with: "}") }.joined(separator: ",") + "]"
  }
}
