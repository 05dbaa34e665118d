import CEL
import Evaluator
import Foundation
import JSON
import Testing

@testable import Columns

/// The interpreter is the meaning: columns must agree with it on every rule and award over every record.
///
/// `COLUMN_PAIRS` asks for more pairs than the ten thousand of every run, `COLUMN_CELL` for so many in each cell of the
/// grid, which is printed.
struct DifferentialTests {
  private static let asOf = CivilDate(year: 2021, month: 12, day: 31) ?? .last

  @Test func columnsAgreeWithTheInterpreter() throws {
    let wanted = Self.number("COLUMN_PAIRS") ?? 10_000
    let cell = Self.number("COLUMN_CELL") ?? 0
    var grid = Grid()
    var seed: UInt64 = 1
    while grid.total < wanted || grid.leastCell < cell {
      try compare(seed, &grid)
      seed += 1
      if seed % 2_000 == 0 { print("\(grid.total) pairs, \(grid.leastCell) in the least cell") }
    }
    print(grid.text)
    #expect(grid.counts.count == RuleGenerator.operations.count)
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Twenty-five rules and three awards over thirty records.
  private func compare(_ seed: UInt64, _ grid: inout Grid) throws {
    var generator = RuleGenerator(seed: seed)
    var conditions: [RuleGenerator.Condition] = []
    var rules: [CompiledRule] = []
    for place in 0..<25 {
      let count = RuleGenerator.operations.count
      let operation = RuleGenerator.operations[(Int(seed) * 25 + place) % count]
      let condition = generator.condition(operation, besideError: generator.flip(0.1))
      conditions.append(condition)
      rules.append(try Self.rule(place, condition, &generator))
    }
    var pack = SampleModel.pack(
      rules: rules, awards: try (0..<3).map { try Self.award($0, rules.count, &generator) },
      lawDate: seed % 3 == 0 ? .field("lawOn") : .day(Self.asOf))
    if seed % 6 == 0 { pack.period = DateSpan(before: Self.asOf) }
    let evaluator = PackEvaluator(pack, asOf: Self.asOf)
    let program = TypeProgram(SampleModel.unit, evaluator, writesFindings: seed % 2 == 0)
    #expect(program.reason == nil)
    for rule in program.rules {
      guard case .columns = rule.form else {
        grid.add(conditions[rule.rule].operation, hasColumns: false)
        continue
      }
      grid.add(conditions[rule.rule].operation, hasColumns: true)
    }
    var records = RecordGenerator(seed: seed &* 7919)
    // Mostly as wrong as records are, now and then much worse.
    if seed % 4 == 0 { records.chances.wrong = 0.03 }
    let texts = (0..<30).map { records.record($0) }
    try BatchComparison(program, evaluator, conditions).run(texts, seed, &grid)
  }

  private static func formula(_ text: String, _ type: CELType = .bool) throws -> Formula {
    let environment = PackEnvironment(schema: SampleModel.schema, parameters: SampleModel.parameters)
      .environment(
        on: "unit", readsAsOf: true)
    let (program, diagnostics) = environment.compile(Text(text), expecting: type)
    return Formula(text: Text(text), program: try #require(program, "\(text): \(diagnostics)"))
  }

  /// What is told of a violation, in sections and lists, by names and places.
  private static let measures = [
    "x", "section.x + y", "t", "d", "e", "g", "p", "b", "word", "preset", "size(items)", "size(tags)",
    "section.deep.w", "named['a'].value", "sum(numbers)", "items.map(i, i.n)[0]", "open.exists(i, i.n > 2)",
    "section.preset", "items.exists(i, i.kind == 'good')", "has(section)", "years.all(y, y.grade > 'weak')",
    "items.exists(i, i.inner.w > 1)", "items.exists(i, i.parts.exists(q, q.tag == 'a'))", "params.limit",
  ]
  private static let failingItems = [
    "items.filter(i, i.n > 1).map(i, i.t)", "tags", "named.filter(i, !i.ok).map(i, i.code)",
    "section.tags.filter(i, i != 'a')", "items.map(i, i.inner.tag)",
  ]

  private static func rule(
    _ place: Int, _ condition: RuleGenerator.Condition, _ generator: inout RuleGenerator
  ) throws -> CompiledRule {
    let simple = ["int", "bool", "has", "text", "order", "exists"]
    let applies = generator.flip(0.4) ? generator.condition(generator.pick(simple)).text : nil
    let due =
      generator.flip(0.2)
      ? generator.pick(["date('2021-12-31')", "d", "e.addDays(1)", "date('2021-01-01')"]) : nil
    let template = MessageTemplate("test", vi: "", en: "")
    let id = Text("r\(place)")
    let day = CivilDate(year: 2021, month: 3, day: 1)
    return CompiledRule(
      id: id, kind: "test", on: "unit", title: LocalizedText(vi: id, en: id), cites: [], severity: .mandatory,
      isUnverified: generator.flip(0.1), whenMissing: generator.flip(0.3) ? .violated : .undetermined,
      period: generator.flip(0.2) ? DateSpan(from: day) : DateSpan(),
      check: Check(
        applies: try applies.map { try formula($0) }, requires: try formula(condition.text),
        due: try due.map { try formula($0, .date) },
        measured: generator.flip(0.6) ? try formula(generator.pick(measures), .dyn) : nil,
        failingItems: generator.flip(0.3)
          ? try formula(generator.pick(failingItems), .list(.string)) : nil,
        messages: Messages(satisfied: template, violated: template)))
  }

  private static func award(_ place: Int, _ rules: Int, _ generator: inout RuleGenerator) throws
    -> CompiledAward
  {
    func rule() -> Criterion { .rule(generator.pick(Array(0..<rules))) }
    let members = (0..<4).map { _ in rule() }
    let requires: Criterion =
      switch place {
      case 0: .all([.any(members), rule()])
      case 1: .any([.all(Array(members.prefix(2))), rule(), rule()])
      default: .all([.atLeast(2, members), .every(Criterion.Selection(severity: nil), rules: [0, 1])])
      }
    let id = Text("a\(place)")
    return CompiledAward(
      id: id, on: "unit", title: LocalizedText(vi: id, en: id), cites: [], isUnverified: false,
      applies: generator.flip(0.5) ? try formula(generator.condition("int").text) : nil, requires: requires)
  }
}
