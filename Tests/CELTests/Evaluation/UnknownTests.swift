import CEL
import JSON
import Testing

/// What is not given, by the rules of DESIGN §6: each row an expression, what is missing, and the result.
@Suite struct UnknownTests {
  typealias Row = (text: String, without: [String], result: String)

  private func check(_ rows: [Row]) throws {
    for row in rows {
      let found = try RecordFixture.evaluate(row.text, without: row.without).testText
      #expect(found == row.result, "\(row.text) without \(row.without)")
    }
  }

  @Test func pathsNameWhatIsNotGiven() throws {
    try check([
      ("count", ["count"], "unknown(count)"),
      ("figures.cover", ["figures.cover"], "unknown(figures.cover)"),
      ("figures.cover", ["figures"], "unknown(figures.cover)"),
      ("figures.deep.x", ["figures"], "unknown(figures.deep.x)"),
      ("figures.deep.x", ["figures.deep"], "unknown(figures.deep.x)"),
      ("indicators.forest.actual", [], "2.5"),
      ("indicators.forest.actual", ["indicators.forest.actual"], "unknown(indicators.forest.actual)"),
      ("indicators.forest.actual", ["indicators.forest"], "unknown(indicators.forest.actual)"),
      ("indicators.forest.actual", ["indicators"], "unknown(indicators.forest.actual)"),
      ("indicators.water.actual", [], "unknown(indicators.water.actual)"),
      (#"indicators["xa-01"].actual"#, [], "0.5"),
      (#"indicators["xa-01"].actual"#, [#"indicators["xa-01"]"#], #"unknown(indicators["xa-01"].actual)"#),
      (#"indicators["xa-02"].actual"#, [], #"unknown(indicators["xa-02"].actual)"#),
      ("communes[1].criteria", [], "2"),
      ("communes[1].criteria", ["communes[1].criteria"], "unknown(communes[1].criteria)"),
      ("communes[1]", ["communes[1]"], "unknown(communes[1])"),
      ("communes[1].criteria", ["communes"], "unknown(communes)"),
      ("communes[3]", [], "error(indexOutOfBounds)"),
      ("documents[1]", ["documents[?]"], "unknown(documents[?])"),
      ("documents[-1]", ["documents[?]"], "error(indexOutOfBounds)"),
      ("cel.bind(f, figures, f.cover)", ["figures"], "unknown(figures.cover)"),
      ("cel.bind(i, indicators, i.water.met)", [], "unknown(indicators.water.met)"),
    ])
  }

  /// What every completion agrees on is known, though the list or the number is not.
  @Test func openListsDecideWhatTheyCan() throws {
    try check([
      ("size(communes.filter(c, c.met)) >= 1", ["communes[1].met"], "true"),
      ("size(communes.filter(c, c.met)) <= 3", ["communes[1].met"], "true"),
      ("size(communes.filter(c, c.met)) > 3", ["communes[1].met"], "false"),
      ("size(communes.map(c, c.criteria)) == 3", ["communes[1].criteria"], "true"),
      ("percent(size(communes.filter(c, c.met)), size(communes)) >= 33", ["communes[1].met"], "true"),
      ("percent(size(communes.filter(c, c.met)), size(communes)) >= 100", ["communes[0].met"], "false"),
      ("communes[0].criteria in communes.map(c, c.criteria)", ["communes[1].criteria"], "true"),
      ("99 in communes.map(c, c.criteria)", ["communes[1].criteria"], "unknown(communes[1].criteria)"),
      ("99 in communes.filter(c, c.met).map(c, c.criteria)", ["communes[1].met"], "false"),
      ("size([1, 2, count].distinct()) >= 2", ["count"], "true"),
      ("size([1, 2, count].distinct()) > 3", ["count"], "false"),
      ("size([1, 2, count].distinct()) >= 3", ["count"], "unknown(count)"),
      ("size([count].distinct()) >= 1", ["count"], "true"),
      ("size(duplicates([1, 1, count])) == 0", ["count"], "false"),
      ("size(duplicates([1, 2, count])) == 0", ["count"], "unknown(count)"),
      ("size(without([1, 2], [1, 2, count])) == 0", ["count"], "true"),
      ("size(without([1, 2, 3], [1, count])) == 0", ["count"], "false"),
      ("size(without([1, 2], [1, count])) == 0", ["count"], "unknown(count)"),
      ("size([[1], [count]].flatten()) == 2", ["count"], "true"),
      ("size(documents.distinct()) >= 1", ["documents[?]"], "true"),
      ("size(documents) > 99", ["documents[?]"], "unknown(documents[?])"),
      ("size(communes.filter(c, c.met)) + 1 >= 1", ["communes"], "unknown(communes)"),
      (
        "size(communes.filter(c, c.met)) in [7, 8] || a", ["communes[1].met", "a"],
        "unknown(a, communes[1].met)"
      ),
    ])
  }

  @Test func defaultsStandIn() throws {
    try check([("places", [], "7"), ("places + 1", ["places"], "8")])
  }

  @Test func conjunctionAndDisjunctionAbsorb() throws {
    try check([
      ("a && c", [], "true"), ("a && b", ["a"], "false"), ("b && a", ["a"], "false"),
      ("a && c", ["a"], "unknown(a)"), ("a && c", ["c", "a"], "unknown(a, c)"),
      ("a && 1 / 0.0 > 1.0", [], "error(divisionByZero)"), ("a && 1 / 0.0 > 1.0", ["a"], "unknown(a)"),
      ("1 / 0.0 > 1.0 && b", [], "false"), ("b || d", [], "false"), ("b || c", ["b"], "true"),
      ("b || d", ["b", "d"], "unknown(b, d)"), ("d || 1 / 0.0 > 1.0", ["d"], "unknown(d)"),
      ("c || 1 / 0.0 > 1.0", [], "true"), ("!a", ["a"], "unknown(a)"),
    ])
  }

  @Test func strictFunctionsTakeErrorsFirst() throws {
    try check([
      ("count + figures.people", ["count", "figures"], "unknown(count, figures.people)"),
      ("count + int(1 / 0.0)", ["count"], "error(divisionByZero)"),
      ("count == 3", ["count"], "unknown(count)"), ("score < 3.5", ["score"], "unknown(score)"),
      ("name.startsWith('B')", ["name"], "unknown(name)"),
      ("kind == 'district'", ["kind"], "unknown(kind)"),
      ("kind in ['district', 'school']", ["kind"], "unknown(kind)"),
    ])
  }

  @Test func anOpenConditionMissesItsBranchesToo() throws {
    try check([
      ("a ? count : 3", ["a"], "3"), ("a ? count : 4", ["a"], "unknown(a)"),
      ("a ? count : 4", ["a", "count"], "unknown(a, count)"), ("a ? 4 : count", ["count"], "4"),
      ("a ? [1, count] : [1, count]", ["a", "count"], "unknown(a, count)"),
      ("a ? 1 / 0.0 : 1.0", ["a"], "unknown(a)"), ("a ? 1 : 1", ["a"], "1"),
    ])
  }

  @Test func listsHoldUnknowns() throws {
    try check([
      ("[count, 2]", ["count"], "[unknown(count), 2]"), ("size([count, 2])", ["count"], "2"),
      ("[count, 2][1]", ["count"], "2"), ("[count, 2][0]", ["count"], "unknown(count)"),
      ("[count, 2][places - 6]", ["count"], "2"),
      ("{'x': count}['x']", ["count"], "unknown(count)"), ("size({'x': count})", ["count"], "1"),
      ("{name: 1}", ["name"], "unknown(name)"),
      ("[count] + [1]", ["count"], "[unknown(count), 1]"), ("sum([count, 1])", ["count"], "unknown(count)"),
      ("[count, 2] == [1, 3]", ["count"], "false"), ("[count, 2] == [1, 2]", ["count"], "unknown(count)"),
      ("[1, 2][figures.people]", ["figures"], "unknown(figures.people)"),
      ("[count, 2][figures.people]", ["figures", "count"], "unknown(count, figures.people)"),
    ])
  }

  @Test func membershipLooksForAKnownElement() throws {
    try check([
      ("2 in [count, 2]", ["count"], "true"), ("3 in [count, 2]", ["count"], "unknown(count)"),
      ("count in [1, 2]", ["count"], "unknown(count)"), ("count in []", ["count"], "unknown(count)"),
      ("'plan' in documents", ["documents[?]"], "true"),
      ("'x' in documents", ["documents[?]"], "unknown(documents[?])"),
      ("'x' in topics", ["topics"], "unknown(topics)"), ("'y' in topics", ["topics[0]"], "true"),
      ("'z' in topics", ["topics[0]"], "unknown(topics[0])"),
      ("3 in [count, 2]", [], "true"), ("1.5 in [1, 2.5]", [], "false"),
    ])
  }

  @Test func quantifiersFold() throws {
    try check([
      ("communes.exists(c, c.met)", ["communes[1].met"], "true"),
      ("communes.all(c, c.met)", ["communes[0].met"], "false"),
      ("communes.all(c, c.criteria > 0)", ["communes[2].criteria"], "unknown(communes[2].criteria)"),
      ("communes.exists(c, c.criteria > 5)", ["communes"], "unknown(communes)"),
      ("communes.exists(c, c.criteria > count)", ["communes", "count"], "unknown(communes, count)"),
      ("documents.exists(d, d == 'plan')", ["documents[?]"], "true"),
      ("documents.exists(d, d == 'x')", ["documents[?]"], "unknown(documents[?])"),
      ("documents.all(d, d == 'x')", ["documents[?]"], "false"),
    ])
  }

  @Test func existsOneCounts() throws {
    try check([
      ("communes.exists_one(c, c.criteria == 2)", [], "true"),
      ("communes.exists_one(c, c.met)", ["communes[1].met"], "false"),
      ("communes.exists_one(c, c.criteria == 2)", ["communes[0].criteria"], "unknown(communes[0].criteria)"),
      ("[1, 1, 0].exists_one(x, 1 / decimal(x) > 0.5)", [], "error(divisionByZero)"),
    ])
  }

  @Test func existsAtLeastCounts() throws {
    try check([
      ("communes.existsAtLeast(2, c, c.met)", ["communes[1].met"], "true"),
      ("communes.existsAtLeast(3, c, c.met)", ["communes[0].met"], "false"),
      ("communes.existsAtLeast(3, c, c.met)", ["communes[1].met"], "unknown(communes[1].met)"),
      (
        "communes.existsAtLeast(count, c, c.met)", ["count", "communes[1].met"],
        "unknown(communes[1].met, count)"
      ),
      ("communes.existsAtLeast(0, c, c.met)", [], "true"),
      ("[1, 0].existsAtLeast(2, x, 1 / decimal(x) > 0.5)", [], "error(divisionByZero)"),
      ("[1, 0].existsAtLeast(3, x, 1 / decimal(x) > 0.5)", [], "false"),
    ])
  }

  @Test func transformationsAreUnknownWhereAnElementIs() throws {
    try check([
      ("communes.map(c, c.criteria)", [], "[1, 2, 3]"),
      ("communes.map(c, c.criteria)", ["communes[0].criteria"], "unknown(communes[0].criteria)"),
      ("communes.map(c, c.criteria)", ["communes[0].met"], "[1, 2, 3]"),
      ("size(communes.filter(c, c.met))", ["communes[1].met"], "unknown(communes[1].met)"),
      ("communes.filter(c, c.met).map(c, c.name)", ["communes[1].name"], #"["An", "Ca"]"#),
      ("communes.sortBy(c, -c.criteria).map(c, c.name)", [], #"["Ca", "Bình", "An"]"#),
      ("communes.sortBy(c, c.criteria)", ["communes[2].criteria"], "unknown(communes[2].criteria)"),
      ("sum(communes.map(c, c.criteria))", [], "6"),
      ("size(documents)", ["documents[?]"], "unknown(documents[?])"),
      ("documents.map(d, 1)", ["documents[?]"], "[1, …]"),
      ("sum(documents.map(d, 1))", ["documents[?]"], "unknown(documents[?])"),
      ("documents.filter(d, d == 'x')", ["documents[?]"], "unknown(documents[?])"),
      ("communes.transformMap(i, c, c.criteria)", [], "{0: 1, 1: 2, 2: 3}"),
    ])
  }

  @Test func hasLooksAtTheRecordAsGiven() throws {
    try check([
      ("has(figures.cover)", [], "true"), ("has(figures.cover)", ["figures.cover"], "false"),
      ("has(figures.cover)", ["figures"], "false"), ("has(figures.deep.x)", ["figures"], "false"),
      ("has(indicators.water)", [], "false"), ("has(indicators.water.met)", [], "false"),
      ("has(indicators.forest.met)", [], "true"),
      ("communes.filter(c, has(c.met)).map(c, c.name)", ["communes[0].met"], #"["Bình", "Ca"]"#),
      ("documents.all(d, d != '')", ["documents[?]"], "unknown(documents[?])"),
      ("figures.?cover", ["figures"], "none"), ("figures.?cover.orValue(0.5)", ["figures"], "0.5"),
      ("figures.?cover.orValue(0.5)", [], "1.5"), ("indicators.?water.met", [], "none"),
    ])
  }
}
