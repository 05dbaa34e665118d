import CEL
import JSON
import Testing

@Suite struct UnitInferenceTests {
  @Test(
    arguments: [
      ("figures.forestCoverPercent", "%"), ("figures.forestCoverPercent + figures.povertyPercent", "%"),
      ("figures.forestCoverPercent - 1.5", "%"), ("-figures.revenue", "VND million"),
      ("figures.revenue * 2", "VND million"), ("2 * figures.revenue / 4", "VND million"),
      ("figures.revenue * score", nil), ("figures.plain", nil), ("1.5", nil), ("figures.revenue > 1", nil),
      ("percent(score, 2)", "%"), ("ratio(figures.revenue, 2)", "VND million"),
      ("ratio(figures.revenue, figures.households)", nil), ("sum(communes.map(c, c.criteria))", "criterion"),
      ("mean(communes.map(c, c.figures.povertyPercent))", "%"),
      ("communes.map(c, c.criteria)[0]", "criterion"),
      ("communes.filter(c, c.isStrong).map(c, c.criteria)", "criterion"),
      ("math.greatest(figures.revenue, 3)", "VND million"), ("item.criteria", "criterion"),
      ("params.turnoutMin", "%"), ("8.0 - params.turnoutMin", "%"),
      ("hasForest ? figures.forestCoverPercent : 3.5", "%"),
      ("cel.bind(x, figures.revenue, x + x)", "VND million"),
      ("has(figures.revenue)", nil), ("[figures.revenue, 2.5].map(x, x)", "VND million"),
      ("size(communes)", nil),
      ("other.revenue", "VND million"),
    ] as [(String, Text?)])
  func infers(_ text: String, _ unit: Text?) throws {
    let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(diagnostics.isEmpty)
    #expect(try #require(checked).unit == unit)
  }

  @Test(arguments: [
    ("figures.revenue + figures.households", "figures.revenue + figures.households"),
    ("figures.revenue - 2 * figures.povertyPercent > 1", "figures.revenue - 2 * figures.povertyPercent"),
    ("figures.revenue == figures.povertyPercent", "figures.revenue == figures.povertyPercent"),
    ("figures.revenue in [figures.povertyPercent]", "figures.revenue in [figures.povertyPercent]"),
    ("communes.all(c, c.criteria > figures.households)", "c.criteria > figures.households"),
    ("sum([figures.revenue, figures.povertyPercent]) > 1", "sum([figures.revenue, figures.povertyPercent])"),
    (
      "math.greatest(figures.revenue, figures.povertyPercent) > 1",
      "math.greatest(figures.revenue, figures.povertyPercent)"
    ),
    ("percent(1, 2) > figures.revenue", "percent(1, 2) > figures.revenue"),
    ("figures.revenue > params.turnoutMin", "figures.revenue > params.turnoutMin"),
    (
      "(hasForest ? figures.revenue : figures.plain) < figures.povertyPercent",
      "(hasForest ? figures.revenue : figures.plain) < figures.povertyPercent"
    ),
  ])
  func refusesDifferentUnits(_ text: String, _ place: String) throws {
    let diagnostics = CheckFixture.check(text, in: CheckFixture.pack).1
    #expect(diagnostics.map(\.code) == [.unitMismatch])
    #expect(diagnostics.first?.place(in: text) == place)
    #expect(diagnostics.first?.arguments.count == 2)
  }

  @Test(arguments: [
    "figures.revenue * figures.povertyPercent > 1", "figures.revenue > figures.plain",
    "figures.revenue > 3.5",
    "ratio(figures.revenue, figures.households) > 1",
    "[figures.revenue, figures.povertyPercent].all(x, x > 0)",
  ])
  func allowsWhatHasNoOneUnit(_ text: String) {
    #expect(CheckFixture.check(text, in: CheckFixture.pack).1.isEmpty)
  }
}
