import CEL
import JSON
import Testing

@Suite struct TraceTests {
  /// Each traced subexpression as `text = value`, inner ones first.
  private func trace(_ text: String, without removed: [String] = []) throws -> (Value, [String]) {
    let program = try RecordFixture.program(text)
    let activation = Activation(record: try RecordFixture.complete.record(without: removed))
    let trace = program.trace(activation)
    #expect(trace.value.testText == program.evaluate(activation).testText)
    var lines: [(Int32, String)] = []
    func visit(_ expression: Expression) {
      for child in expression.children { visit(child) }
      let bytes = Array(text.utf8)
      let source = String(
        decoding: bytes[Int(expression.range.start)..<Int(expression.range.end)], as: UTF8.self)
      if let value = trace.values[Int(expression.id)] {
        lines.append((expression.id, "\(source) = \(value.testText)"))
      }
    }
    visit(program.expression.root)
    return (trace.value, lines.sorted { $0.0 < $1.0 }.map(\.1))
  }

  @Test func holdsTheValueOfEachSubexpression() throws {
    let (value, lines) = try trace("figures.cover >= 1.0 && kind in ['school', 'commune']")
    #expect(value.testText == "false")
    #expect(
      lines == [
        "figures.cover = 1.5", "1.0 = 1", "figures.cover >= 1.0 = true", "kind = district",
        "'school' = school", "'commune' = commune", "['school', 'commune'] = [school, commune]",
        "kind in ['school', 'commune'] = false",
        "figures.cover >= 1.0 && kind in ['school', 'commune'] = false",
      ])
  }

  @Test func leavesOutWhatWasNotEvaluated() throws {
    let (_, lines) = try trace("b && count > 1")
    #expect(lines == ["b = false", "b && count > 1 = false"])
  }

  @Test func showsTheElementThatDecided() throws {
    let (_, lines) = try trace("communes.exists(c, c.criteria == 2)")
    #expect(lines.contains("c.criteria = 2"))
    #expect(lines.contains("c.criteria == 2 = true"))
  }

  @Test func agreesWithTheEvaluationOnWhatIsMissing() throws {
    let (value, lines) = try trace("cel.bind(f, figures, f.cover > 1.0)", without: ["figures"])
    #expect(value.testText == "unknown(figures.cover)")
    #expect(lines.contains("f.cover = unknown(figures.cover)"))
  }

  @Test func agreesWithTheEvaluationEverywhere() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let text = ExpressionGenerator.expression(&generator)
      let program = try RecordFixture.program(text)
      let sample = SampleGenerator.sample(&generator)
      let removed = SampleGenerator.removal(from: sample, &generator)
      let activation = Activation(record: sample.record(without: removed))
      #expect(program.trace(activation).value.testText == program.evaluate(activation).testText, "\(text)")
    }
  }
}
