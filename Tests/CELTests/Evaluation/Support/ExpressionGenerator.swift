/// Random expressions over the record of `RecordFixture`, without `has`, as text.
struct ExpressionGenerator {
  private var generator: SeededGenerator
  /// True also makes expressions that are errors over some records.
  private let mayFail: Bool

  static func expression(_ generator: inout SeededGenerator) -> String {
    Bool.random(using: &generator)
      ? condition(depth: 3, &generator) : number(depth: 3, &generator)
  }

  static func condition(depth: Int, _ generator: inout SeededGenerator, mayFail: Bool = false) -> String {
    run(&generator, mayFail) { $0.condition(depth) }
  }

  static func number(depth: Int, _ generator: inout SeededGenerator) -> String {
    run(&generator, false) { $0.number(depth) }
  }

  private static func run(
    _ generator: inout SeededGenerator, _ mayFail: Bool, _ body: (inout ExpressionGenerator) -> String
  ) -> String {
    var maker = ExpressionGenerator(generator: generator, mayFail: mayFail)
    let text = body(&maker)
    generator = maker.generator
    return text
  }

  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }

  private mutating func pick(_ choices: [String]) -> String { choices[roll(choices.count)] }

  private mutating func condition(_ depth: Int) -> String {
    if mayFail, roll(6) == 0 { return "(ratio(1, \(number(0))) > 0.5)" }
    guard depth > 0 else { return leaf() }
    let next = depth - 1
    switch roll(18) {
    case 0, 1: return "(\(condition(next)) && \(condition(next)))"
    case 2, 3: return "(\(condition(next)) || \(condition(next)))"
    case 4: return "!\(condition(next))"
    case 5: return "(\(condition(next)) ? \(condition(next)) : \(condition(next)))"
    case 6: return "\(list(next)).\(pick(["exists", "all", "exists_one"]))(m, \(element(next)))"
    case 7: return "\(list(next)).existsAtLeast(\(roll(3) + 1), m, \(element(next)))"
    case 8: return "[\(condition(next)), \(condition(next)), a].existsAtLeast(\(roll(2) + 1), x, x)"
    case 9: return "(\(condition(next)) in [\(condition(next)), \(condition(next))])"
    case 10: return "([\(number(next)), count] == [\(number(next)), \(number(next))])"
    case 11: return "documents.\(pick(["exists", "all", "exists_one"]))(t, t == \(text()))"
    case 12: return "(\(condition(next)) == \(condition(next)))"
    case 13: return "(\(text()) in \(list(next)).map(m, m.name))"
    case 14: return "(percent(size(\(list(next))), size(communes) + 1) >= \(pick(["34", "66.5", "100"])))"
    case 15: return "(size(\(values(next))) \(pick(["<", ">=", "=="])) \(roll(4)))"
    default: return "(\(number(next)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(number(next)))"
    }
  }

  private mutating func leaf() -> String {
    pick([
      "a", "b", "c", "d", "indicators.water.met", "(kind == 'school')", "(grade >= 'completed')",
      "(kind in ['school', 'district'])", "(\(text()) in topics)", "(name == \(text()))",
      "name.startsWith('x')",
      "(founded < date('2021-01-20'))", "('x' in documents)", "communes.exists(m, m.met)", "true",
    ])
  }

  /// A condition on the commune `m`.
  private mutating func element(_ depth: Int) -> String {
    switch roll(5) {
    case 0: "m.met"
    case 1: "m.criteria > \(number(0))"
    case 2: "m.name == \(text())"
    case 3: "(m.met \(pick(["&&", "||"])) \(condition(depth)))"
    default: "m.name in topics"
    }
  }

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick([
        "count", "score", "figures.cover", "figures.people", "figures.deep.x", "indicators.forest.actual",
        "places", "size(topics)", "\(roll(4))", "1.5", "founded.month()",
      ])
    }
    let next = depth - 1
    switch roll(12) {
    case 0, 1: return "(\(number(next)) + \(number(next)))"
    case 2: return "(\(number(next)) - \(number(next)))"
    case 3: return "(\(condition(next)) ? \(number(next)) : \(number(next)))"
    case 4: return "sum(communes.map(m, m.criteria))"
    case 5: return "size(\(list(next)))"
    case 6: return "minimum([\(number(next)), \(number(next))])"
    case 7: return "[\(number(next)), \(number(next))][\(condition(next)) ? 0 : 1]"
    case 8: return "cel.bind(n, \(number(next)), \(condition(next)) ? n : n + 1)"
    case 9: return "(\(condition(next)) ? figures : figures).\(pick(["people", "cover", "deep.y"]))"
    case 10: return "sum(\(list(next)).transformList(i, m, i > 0, m.criteria))"
    default: return "sum(\(list(next)).map(m, m.criteria + \(number(0))))"
    }
  }

  /// A list of communes.
  private mutating func list(_ depth: Int) -> String {
    guard depth > 0 else { return "communes" }
    let next = depth - 1
    switch roll(6) {
    case 0, 1: return "\(list(next)).filter(m, \(element(next)))"
    case 2: return "(\(condition(next)) ? \(list(next)) : \(list(next)))"
    case 3: return "\(list(next)).sortBy(m, m.criteria)"
    case 4: return "(\(list(next)) + \(list(next)))"
    default: return "communes"
    }
  }

  /// A list of what communes have, or lack of one another.
  private mutating func values(_ depth: Int) -> String {
    let names = "\(list(depth)).map(m, m.name)"
    switch roll(5) {
    case 0: return "\(names).distinct()"
    case 1: return "duplicates(\(names))"
    case 2: return "without(\(names), \(list(depth)).map(m, m.name))"
    case 3: return "without(['x', 'y', 'z'], \(names))"
    default: return "\(list(depth)).map(m, [m.name, 'x']).flatten()"
    }
  }

  private mutating func text() -> String { pick(["'x'", "'y'", "name"]) }
}
