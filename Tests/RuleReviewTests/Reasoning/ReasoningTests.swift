import CEL
import Evaluator
import JSON
import RulePacks
import RuleReview
import Testing

/// What the review concludes from conditions, against every record of a small world.
@Suite struct ReasoningTests {
  /// Values that fields take in the small world; literals of generated conditions lie within, so that each side of a
  /// limit has one.
  private static let numbers = Array(-1...4)

  @Test func conclusionsHoldForEveryRecord() throws {
    var generator = ConditionGenerator(seed: 20_211_231)
    let conditions = (0..<400).map { _ in generator.condition(depth: 3) }
    let files = Self.files(conditions)
    let claimed = Self.claims(files)
    let pack = try #require(PackLoader().load(manifest: "p/pack.json", from: files).pack)
    let evaluator = PackEvaluator(pack, asOf: try CivilDate("2021-12-31"))
    var seen = [(isMet: Bool, isBroken: Bool)](repeating: (false, false), count: conditions.count)
    for record in try Self.records(pack) {
      guard case .judged(let result) = evaluator.evaluate(record) else { continue }
      for finding in result.findings {
        if finding.outcome == .satisfied { seen[finding.rule].isMet = true }
        if finding.outcome == .violated { seen[finding.rule].isBroken = true }
      }
    }
    var missed = 0
    for (index, condition) in conditions.enumerated() {
      let (never, always) = (claimed.never.contains(index), claimed.always.contains(index))
      #expect(!never || !seen[index].isMet, "\(condition)")
      #expect(!always || !seen[index].isBroken, "\(condition)")
      if (!seen[index].isMet && !never) || (!seen[index].isBroken && !always) { missed += 1 }
    }
    #expect(claimed.never.count >= 5 && claimed.always.count >= 5)
    // Sums of fields may reach further than the small world; apart from those nothing is missed.
    #expect(missed <= conditions.count / 20, "\(missed) conclusions missed")
  }

  /// Lists of different items whose fields have one name and different types share no values.
  @Test(arguments: [
    ("acts.exists(a, a.kind == 'guide') && reports.exists(r, r.kind == 'final')", false, false),
    ("acts.exists(a, a.kind == 'guide' && a.kind == 'urge')", true, false),
    ("acts.all(a, a.n > 3) && acts.exists(a, a.n < 2)", true, false),
    ("acts.all(a, a.n > 3) && acts.exists(a, a.n > 2)", false, false),
    ("acts.all(a, a.n > 3 || a.n < 5)", false, true),
    ("acts.existsAtLeast(11, a, a.n > 3)", true, false),
    ("size(acts.filter(a, a.n > 3)) >= 2 && acts.all(a, a.n <= 3)", true, false),
    ("a + b >= 5 && a <= 1 && b <= 1", true, false),
    ("a - b > 0 && b - a > 0", true, false),
    ("a > b || a <= b", false, true),
    ("a > 1 && a < 2", true, false),
    ("(flag ? a : b) > 3 && a < 2 && b < 2", true, false),
    ("d <= date('2021-01-01') && d > date('2021-06-01')", true, false),
    ("d.addDays(10) <= date('2021-01-01') && d >= date('2020-12-30')", true, false),
    ("grade >= 'middle' && grade < 'high' && grade != 'middle'", true, false),
    ("name == 'x' && name in ['y', 'z']", true, false),
    ("!has(a) || has(a)", false, true),
  ]) func isConcluded(_ condition: String, _ isNever: Bool, _ isAlways: Bool) throws {
    let files = Self.files([condition])
    #expect(PackLoader().load(manifest: "p/pack.json", from: files).defects.isEmpty)
    let claimed = Self.claims(files)
    #expect(claimed.never.contains(0) == isNever)
    #expect(claimed.always.contains(0) == isAlways)
  }

  private static func claims(_ files: MemoryFiles) -> (never: Set<Int>, always: Set<Int>) {
    let findings = Linter(loader: PackLoader()).lint(manifest: "p/pack.json", from: files)
    func rules(_ id: Text) -> Set<Int> {
      Set(
        findings.filter { $0.rule == id }.compactMap { finding in
          guard case .message(let message) = finding.content else { return nil }
          return message.arguments.first.flatMap { Int($0.string.dropFirst()) }
        })
    }
    return (rules("rule-unsatisfiable"), rules("rule-vacuous"))
  }

  private static func files(_ conditions: [String]) -> MemoryFiles {
    let rules = conditions.enumerated().map { index, condition in
      #"{ "id": "r\#(index)", "kind": "expression", "on": "unit", "title": { "vi": "T", "en": "T" }, "holds": "\#(condition)" }"#
    }
    return MemoryFiles([
      "p/pack.json": Array(
        """
        { "pack": "p", "version": "1", "title": { "vi": "Gói", "en": "Pack" },
          "period": { "from": "2021-01-01", "before": "2022-01-01" }, "include": ["rules.json"] }
        """.utf8),
      "p/rules.json": Array(
        """
        { "recordTypes": [
            { "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
              "fields": { "id": { "type": "string" }, "a": { "type": "integer" }, "b": { "type": "integer" },
                "flag": { "type": "boolean" }, "name": { "type": "string" }, "d": { "type": "date" },
                "kind": { "type": "enum", "values": ["x", "y", "z"] },
                "grade": { "type": "enum", "ordered": ["low", "middle", "high"] },
                "acts": { "type": "list", "of": "act", "maxItems": 10 },
                "reports": { "type": "list", "of": "report" } } },
            { "recordType": "act", "title": { "vi": "Việc", "en": "Act" },
              "fields": { "kind": { "type": "enum", "values": ["guide", "urge"] }, "n": { "type": "integer" } } },
            { "recordType": "report", "title": { "vi": "Báo cáo", "en": "Report" },
              "fields": { "kind": { "type": "enum", "values": ["final", "other"] }, "n": { "type": "integer" } } } ],
          "rules": [\(rules.joined(separator: ",\n"))] }
        """.utf8),
    ])
  }

  /// Every record of the small world.
  private static func records(_ pack: CompiledPack) throws -> [RecordValue] {
    let type = try #require(pack.recordTypes.first)
    let binder = RecordBinder(schema: pack.schema, asOf: nil)
    var records: [RecordValue] = []
    for a in numbers {
      for b in numbers {
        for flag in [true, false] {
          for kind in ["x", "y", "z"] {
            for grade in ["low", "middle", "high"] {
              let text =
                #"{ "id": "1", "a": \#(a), "b": \#(b), "flag": \#(flag), "kind": "\#(kind)", "grade": "\#(grade)" }"#
              let root = try JSONDocument.parse(Array(text.utf8)).root
              records.append(try #require(binder.bind(root, as: type).record))
            }
          }
        }
      }
    }
    return records
  }
}
