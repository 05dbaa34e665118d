import CEL
import JSON
import Testing

/// Every defect that the checker reports: its code, its place, its arguments and its remedy.
@Suite struct CheckDiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let code: Diagnostic.Code
    let place: String
    let arguments: [Text]
    let suggestion: Text?

    init(
      _ text: String, _ code: Diagnostic.Code, at place: String, _ arguments: [Text],
      _ suggestion: Text? = nil
    ) {
      self.text = text
      self.code = code
      self.place = place
      self.arguments = arguments
      self.suggestion = suggestion
    }

    var testDescription: String { text }
  }

  static let names: [Case] = [
    Case("scroe > 1", .undeclaredReference, at: "scroe", ["scroe"], "score"),
    Case("zzzzzz > 1", .undeclaredReference, at: "zzzzzz", ["zzzzzz"]),
    Case(
      "forestCoverPercent > 1", .undeclaredReference, at: "forestCoverPercent", ["forestCoverPercent"],
      "figures.forestCoverPercent"),
    Case(
      "params.turnoutMn > 1", .undeclaredReference, at: "params.turnoutMn", ["params.turnoutMn"],
      "params.turnoutMin"),
    Case("zzzzzz.a.b.c == 1", .undeclaredReference, at: "zzzzzz", ["zzzzzz"]),
    Case(
      "kind == unitKind.distict", .undeclaredReference, at: "unitKind.distict", ["unitKind.distict"],
      "unitKind.district"),
    Case("communes.all(comm, com.isStrong)", .undeclaredReference, at: "com", ["com"], "comm"),
    Case(
      "figures.forestCover > 1", .undefinedField, at: "forestCover", ["forestCover", "figures"]),
    Case(
      "figures.forestCoverPercnt > 1", .undefinedField, at: "forestCoverPercnt",
      ["forestCoverPercnt", "figures"], "forestCoverPercent"),
    Case(
      "communes.all(c, c.isStorng)", .undefinedField, at: "isStorng", ["isStorng", "commune"], "isStrong"),
    Case(
      "indicators.forestCover.actuall > 1", .undefinedField, at: "actuall", ["actuall", "indicator"], "actual"
    ),
    Case("has(figures.revenu)", .undefinedField, at: "revenu", ["revenu", "figures"], "revenue"),
    Case("item.nmae == ''", .undefinedField, at: "nmae", ["nmae", "commune"], "name"),
    Case("sise(id) > 1", .undeclaredFunction, at: "sise(id)", ["sise"], "size"),
    Case("id.startWith('a')", .undeclaredFunction, at: "id.startWith('a')", ["startWith"], "startsWith"),
    Case(
      "math.greates(1, 2) > 1", .undeclaredFunction, at: "math.greates(1, 2)", ["math.greates"],
      "math.greatest"),
    Case(
      "maths.greatest(1, 2) > 1", .undeclaredFunction, at: "maths.greatest(1, 2)", ["maths.greatest"],
      "math.greatest"),
    Case("id.name == ''", .notSelectable, at: "name", ["string"]),
    Case("foundedOn.year == 2021", .notSelectable, at: "year", ["date"], "year()"),
    Case("communes.name == ''", .notSelectable, at: "name", ["list(commune)"]),
    Case("has(headcount.a)", .notSelectable, at: "a", ["int"]),
    Case("has(hasForests)", .undeclaredReference, at: "hasForests", ["hasForests"], "hasForest"),
    Case("cel.bind(a, 1, has(a))", .invalidMacroArgument, at: "a", ["has", "field"]),
    Case("a.Point{x: 1} == 1", .unknownType, at: "a.Point{x: 1}", ["a.Point"]),
  ]

  static let types: [Case] = [
    Case("hasForest && headcount", .typeMismatch, at: "headcount", ["int", "bool"]),
    Case("!headcount", .typeMismatch, at: "headcount", ["int", "bool"]),
    Case("headcount ? 1 : 2", .typeMismatch, at: "headcount", ["int", "bool"]),
    Case(
      "hasForest ? 1 : 'a'", .noMatchingOverload, at: "hasForest ? 1 : 'a'", ["_?_:_", "bool, int, string"]),
    Case(
      "headcount + 'a'", .noMatchingOverload, at: "headcount + 'a'", ["_+_", "int, string"],
      "string(headcount)"),
    Case("id - 1", .noMatchingOverload, at: "id - 1", ["_-_", "string, int"], "string(1)"),
    Case("id == headcount", .typeMismatch, at: "headcount", ["int", "string"], "string(headcount)"),
    Case("hasForest == 1", .noMatchingOverload, at: "hasForest == 1", ["_==_", "bool, int"]),
    Case(
      "communes < communes", .noMatchingOverload, at: "communes < communes",
      ["_<_", "list(commune), list(commune)"]),
    Case("1 in ['a']", .typeMismatch, at: "1", ["int", "string"], "string(1)"),
    Case("hasForest in [1]", .noMatchingOverload, at: "hasForest in [1]", ["@in", "bool, list(int)"]),
    Case("1 in 2", .noMatchingOverload, at: "1 in 2", ["@in", "int, int"]),
    Case("1 in {'a': 1}", .typeMismatch, at: "1", ["int", "string"], "string(1)"),
    Case("headcount[0] == 1", .noMatchingOverload, at: "headcount[0]", ["_[_]", "int, int"]),
    Case("topics['a'] == ''", .typeMismatch, at: "'a'", ["string", "int"]),
    Case("indicators[id].isMet", .typeMismatch, at: "id", ["string", "int"]),
    Case("id.startsWith(1)", .typeMismatch, at: "1", ["int", "string"], "string(1)"),
    Case(
      "id.startsWith()", .noMatchingOverload, at: "id.startsWith()", ["startsWith", "string"],
      "string.startsWith(string)"),
    Case(
      "startsWith(id, 'a')", .noMatchingOverload, at: "startsWith(id, 'a')",
      ["startsWith", "string, string"], "id.startsWith('a')"),
    Case("[1, 2].sum() > 0", .noMatchingOverload, at: "[1, 2].sum()", ["sum", "list(int)"], "sum([1, 2])"),
    Case("size(1) > 0", .noMatchingOverload, at: "size(1)", ["size", "int"]),
    Case("headcount.all(x, x)", .typeMismatch, at: "headcount", ["int", "list(dyn)"]),
    Case("communes.all(c, c.name)", .typeMismatch, at: "c.name", ["string", "bool"]),
    Case("communes.existsAtLeast('a', c, c.isStrong)", .typeMismatch, at: "'a'", ["string", "int"]),
    Case("communes.sortBy(c, c.figures) == []", .noMatchingOverload, at: "c.figures", ["sortBy", "figures"]),
    Case("{1.5: 1} == {}", .typeMismatch, at: "1.5", ["decimal", "string"], "string(1.5)"),
    Case("[?1] == []", .typeMismatch, at: "1", ["int", "optional_type(dyn)"]),
    Case("1.optMap(x, x).orValue(0) > 0", .typeMismatch, at: "1", ["int", "optional_type(dyn)"]),
    Case("['a'].transformMapEntry(i, v, i) == {}", .typeMismatch, at: "i", ["int", "map(dyn, dyn)"]),
    Case(
      "foundedOn >= '2021-01-01'", .typeMismatch, at: "'2021-01-01'", ["string", "date"],
      "date(\"2021-01-01\")"),
    Case(
      "'2021-01-01' == foundedOn", .typeMismatch, at: "'2021-01-01'", ["string", "date"],
      "date(\"2021-01-01\")"),
    Case("foundedOn < id", .typeMismatch, at: "id", ["string", "date"], "date(id)"),
    Case("term == '2021-H1'", .typeMismatch, at: "'2021-H1'", ["string", "period"], "period(\"2021-H1\")"),
    Case(
      "term.contains('2021-01-01')", .typeMismatch, at: "'2021-01-01'", ["string", "date"],
      "date(\"2021-01-01\")"),
    Case(
      "foundedOn in ['2021-01-01']", .typeMismatch, at: "'2021-01-01'", ["string", "date"],
      "date(\"2021-01-01\")"),
    Case("kind == id", .typeMismatch, at: "kind", ["unitKind", "string"], "string(kind)"),
    Case("kind in topics", .typeMismatch, at: "kind", ["unitKind", "string"], "string(kind)"),
    Case("kind == grade", .noMatchingOverload, at: "kind == grade", ["_==_", "unitKind, grade"]),
  ]

  static let packs: [Case] = [
    Case(
      "kind == 'distric'", .notAMember, at: "'distric'",
      ["distric", "unitKind", "district", "commune", "school"], "'district'"),
    Case(
      "'zzzzzz' == kind", .notAMember, at: "'zzzzzz'",
      ["zzzzzz", "unitKind", "district", "commune", "school"]),
    Case(
      "kind in ['district', 'comune']", .notAMember, at: "'comune'",
      ["comune", "unitKind", "district", "commune", "school"], "'commune'"),
    Case(
      "'shool' in kinds", .notAMember, at: "'shool'", ["shool", "unitKind", "district", "commune", "school"],
      "'school'"),
    Case(
      "grade >= 'complete'", .notAMember, at: "'complete'",
      ["complete", "grade", "notCompleted", "completed", "excellent"], "'completed'"),
    Case(
      "kind == (hasForest ? 'district' : 'town')", .notAMember, at: "'town'",
      ["town", "unitKind", "district", "commune", "school"]),
    Case(
      "sets.contains(kinds, ['comune'])", .notAMember, at: "'comune'",
      ["comune", "unitKind", "district", "commune", "school"], "'commune'"),
    Case("kind < 'district'", .unorderedEnum, at: "kind < 'district'", ["unitKind"]),
    Case("communes.sortBy(c, c.kind) == []", .unorderedEnum, at: "c.kind", ["unitKind"]),
    Case(
      "figures.revenue == null", .nullComparison, at: "figures.revenue == null", ["figures.revenue"],
      "!has(figures.revenue)"),
    Case(
      "null != figures.revenue", .nullComparison, at: "null != figures.revenue", ["figures.revenue"],
      "has(figures.revenue)"),
    Case(
      "indicators.forestCover == null", .nullComparison, at: "indicators.forestCover == null",
      ["indicators.forestCover"], "!has(indicators.forestCover)"),
    Case(
      "communes.all(c, c.name != null)", .nullComparison, at: "c.name != null", ["c.name"], "has(c.name)"),
    Case(
      "headcount / 2 > 1", .integerDivision, at: "headcount / 2", ["headcount / 2"], "ratio(headcount, 2)"),
    Case(
      "score > double('1')", .decimalBesideDouble, at: "score > double('1')", ["score > double('1')"],
      "decimal(double('1'))"),
    Case(
      "double('1') == 1.5", .decimalBesideDouble, at: "double('1') == 1.5", ["double('1') == 1.5"],
      "decimal(double('1'))"),
    Case(
      "score * double('1') > score", .decimalBesideDouble, at: "score * double('1')", ["score * double('1')"],
      "decimal(double('1'))"),
    Case(
      "double('1') in [1.5]", .decimalBesideDouble, at: "double('1') in [1.5]", ["double('1') in [1.5]"],
      "decimal(double('1'))"),
    Case(
      "figures.revenue > figures.forestCoverPercent", .unitMismatch,
      at: "figures.revenue > figures.forestCoverPercent", ["VND million", "%"]),
  ]

  static let patterns: [Case] = [
    Case("id.matches('(a')", .invalidPattern, at: "'(a'", ["missing closing )"]),
    Case(
      "id.matches(r'[z-a]')", .invalidPattern, at: "r'[z-a]'",
      [
        "a range of characters must go upwards, from one character to another"
      ]),
    Case(
      "id.matches('a**')", .invalidPattern, at: "'a**'", ["a repetition can't be repeated without a group"]),
  ]

  @Test(arguments: names + types + packs + patterns) func reports(_ test: Case) throws {
    let (checked, diagnostics) = CheckFixture.check(test.text, in: CheckFixture.pack)
    #expect(checked == nil)
    try #require(diagnostics.count == 1, "\(diagnostics)")
    let diagnostic = diagnostics[0]
    #expect(diagnostic.code == test.code)
    #expect(diagnostic.place(in: test.text) == test.place)
    #expect(diagnostic.arguments == test.arguments)
    #expect(diagnostic.suggestion == test.suggestion)
  }

  /// What is a defect in a pack only.
  @Test(arguments: ["7 / 2", "1.5 == double('1')", "1.5 + 2.5"]) func plainCELAllows(_ text: String) {
    #expect(CheckFixture.check(text, in: CheckFixture.standard).1.isEmpty)
    _ = text
  }

  @Test func reportsAllDefectsInOrderOfPlace() {
    let text =
      "scroe > 1 && kind == 'distric' && headcount / 2 > 1 && communes.all(c, c.nmae == id && c.zzzzzz)"
    let (_, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(
      diagnostics.map(\.code) == [
        .undeclaredReference, .notAMember, .integerDivision, .undefinedField, .undefinedField,
      ])
    #expect(
      diagnostics.map { $0.place(in: text) } == ["scroe", "'distric'", "headcount / 2", "nmae", "zzzzzz"])
  }

  /// One mistake gives one diagnostic, however much stands on it.
  @Test(arguments: [
    "(zzzzzz + 1 > 2 ? zzz1.a : 3) == 4", "[zzzzzz].map(x, x + 1).all(y, y.z > 'a')",
    "cel.bind(a, zzzzzz, a.b + a.c > a.d(1))", "size(zzzzzz) + 1 == 2 && zzzzzz2[0].startsWith(1)",
    "{zzzzzz: zzzzzz2}.a + 1", "zzzzzz.all(x, x) || zzzzzz2.optMap(x, x).orValue(true)",
    "-zzzzzz < 1 && zzzzzz2.c in [1] && has(zzzzzz3.d)",
  ])
  func doesNotCascade(_ text: String) {
    let (_, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(diagnostics.allSatisfy { $0.code == .undeclaredReference }, "\(diagnostics)")
    #expect(Set(diagnostics.map(\.range)).count == diagnostics.count)
    #expect(!diagnostics.isEmpty)
  }

  @Test func asksForTheExpectedType() throws {
    let wrong = CheckFixture.check("headcount + 1", in: CheckFixture.pack, expecting: .bool).1
    #expect(wrong == [Diagnostic(.typeMismatch, SourceRange(0, 13), ["int", "bool"])])
    let pack = CheckFixture.pack
    #expect(CheckFixture.check("headcount + 1", in: pack, expecting: .decimal).1.isEmpty)
    #expect(CheckFixture.check("ratio(1, 2)", in: pack, expecting: .decimal).1.isEmpty)
    #expect(CheckFixture.check("'school'", in: pack, expecting: .enumeration("unitKind")).1.isEmpty)
    #expect(CheckFixture.check("anything", in: pack, expecting: .bool).1.isEmpty)
    let stranger = CheckFixture.check("'shool'", in: pack, expecting: .enumeration("unitKind")).1
    #expect(stranger.map(\.code) == [.notAMember])
    let day = CheckFixture.check("'2021-01-01'", in: pack, expecting: .date).1
    #expect(day.first?.suggestion == "date(\"2021-01-01\")")
  }

  @Test func stopsCollectingAtAHundred() {
    let text = Array(repeating: "zzzzzz", count: 5_000).joined(separator: " && ")
    #expect(CheckFixture.check(text, in: CheckFixture.pack).1.count == 100)
  }
}
