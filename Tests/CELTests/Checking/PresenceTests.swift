import CEL
import JSON
import Testing

/// `has` of what a record of a pack gives, with a section, an item or a variable before it, or bare.
@Suite struct PresenceTests {
  @Test(arguments: [
    ("has(hasForest)", true), ("has(headcount)", false), ("has(figures.plain)", true),
    ("has(figures.revenue)", false), ("has(term)", false), ("has(params.strict)", true),
    ("has(params.turnoutMin)", false), ("!has(headcount) && has(figures)", true),
  ])
  func looksAtWhatIsGiven(_ text: String, _ isGiven: Bool) throws {
    let environment = CheckFixture.pack
    let (program, diagnostics) = environment.compile(Text(text))
    #expect(diagnostics.isEmpty)
    guard case .bool(isGiven) = try #require(program).evaluate(Self.activation) else {
      Issue.record("\(text)")
      return
    }
  }

  private static let activation: Activation = {
    let unit = CheckFixture.unit
    var slots: [Value?] = Array(repeating: nil, count: unit.fields.count)
    if let slot = unit.slot(of: "hasForest") { slots[slot] = .bool(false) }
    if let slot = unit.slot(of: "figures") {
      var figures: [Value?] = Array(repeating: nil, count: CheckFixture.figures.fields.count)
      if let plain = CheckFixture.figures.slot(of: "plain") { figures[plain] = .int(0) }
      let path = Path.root.appending(.field("figures"))
      slots[slot] = .record(RecordValue(type: CheckFixture.figures, slots: figures, path: path))
    }
    var variables: [Value?] = Array(repeating: nil, count: CheckFixture.pack.variables.count)
    variables[0] = .unknown(Unknown(Path.root.appending(.field("turnoutMin"))))
    variables[1] = .bool(true)
    return Activation(record: RecordValue(type: unit, slots: slots, path: .root), variables: variables)
  }()
}
