import CEL
import JSON
import Testing

@Suite struct ReadPathsTests {
  @Test(
    arguments: [
      ("1 + 2", [], []), ("headcount + headcount > 1", ["headcount"], []),
      (
        "figures.revenue > 1 && params.turnoutMin > 1 && figures.plain > 1",
        ["figures.plain", "figures.revenue"],
        ["params.turnoutMin"]
      ),
      ("has(figures.revenue)", ["figures.revenue"], []), ("has(params.strict)", [], ["params.strict"]),
      ("has(headcount)", ["headcount"], []),
      ("figures == other", ["figures"], ["other"]), ("other.plain > 1", [], ["other.plain"]),
      ("communes.all(c, c.figures.plain > score)", ["communes.figures.plain", "score"], []),
      ("communes.exists(c, true)", ["communes"], []), ("size(communes) > 1", ["communes"], []),
      ("size(communes.filter(c, c.isStrong)) > 1", ["communes", "communes.isStrong"], []),
      ("communes.map(c, c)[headcount].name", ["communes.name", "headcount"], []),
      ("communes.map(c, c.kind).distinct()", ["communes.kind"], []),
      ("cel.bind(c, communes[0], c.name == id)", ["communes.name", "id"], []),
      ("indicators.forestCover.actual > 1", ["indicators.actual"], []),
      ("has(indicators.forestCover)", ["indicators"], []),
      ("indicators['a'].isMet", ["indicators.isMet"], []),
      ("item.name == id", ["communes.name", "id"], []),
      ("item.figures.plain > 1", ["communes.figures.plain"], []),
      ("(hasForest ? figures : other).plain > 1", ["figures.plain", "hasForest"], ["other.plain"]),
      (
        "communes.map(c, c.figures).all(f, f.plain > f.revenue * 0)",
        ["communes.figures.plain", "communes.figures.revenue"], []
      ),
      ("attributes.size > 1", ["attributes"], []), ("anything.a.b == id", ["id"], ["anything"]),
      ("communes.sortBy(c, c.foundedOn)[0].name", ["communes.foundedOn", "communes.name"], []),
      ("math.greatest(score, figures.plain) > 1", ["figures.plain", "score"], []),
    ] as [(String, [Text], [Text])])
  func lists(_ text: String, _ fields: [Text], _ variables: [Text]) throws {
    let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(diagnostics.isEmpty)
    let found = try #require(checked)
    #expect(found.fieldsRead == fields)
    #expect(found.variablesRead == variables)
  }
}
