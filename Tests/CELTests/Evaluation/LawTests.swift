import CEL
import JSON
import Testing

/// The laws of `missing` (DESIGN §6) over random expressions and records.
@Suite struct LawTests {
  /// An expression over a record of which parts are taken away.
  private struct Trial {
    let text: String
    let program: Program
    let sample: Sample
    let removed: Set<Sample.Steps>

    init(_ generator: inout SeededGenerator) throws {
      text = ExpressionGenerator.expression(&generator)
      program = try RecordFixture.program(text)
      sample = SampleGenerator.sample(&generator)
      removed = SampleGenerator.removal(from: sample, &generator)
    }

    func value(_ sample: Sample, _ removed: Set<Sample.Steps> = []) -> Value {
      program.evaluate(Activation(record: sample.record(without: removed)))
    }

    func completion(_ generator: inout SeededGenerator) -> Sample {
      sample.filled(from: SampleGenerator.sample(&generator), removed)
    }

    /// The paths of an unknown as steps; nil where the sample has no such path.
    func steps(_ unknown: Unknown) -> [Sample.Steps]? {
      let known = sample.paths()
      let steps = unknown.paths.compactMap { path in known.first { Sample.text($0) == path } }
      return steps.count == unknown.paths.count ? steps : nil
    }

    var context: String { "\(text) without \(removed.map { Sample.text($0).string }.sorted())" }
  }

  private func trials(_ count: Int, seed: UInt64, _ body: (Trial, inout SeededGenerator) throws -> Void)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<count {
      let trial = try Trial(&generator)
      try body(trial, &generator)
    }
  }

  @Test func aKnownResultIsTheSameForEveryCompletion() throws {
    var known = 0
    try trials(600, seed: 1) { trial, generator in
      let value = trial.value(trial.sample, trial.removed)
      if case .unknown = value { return }
      known += 1
      for _ in 0..<8 {
        let completed = trial.value(trial.completion(&generator))
        #expect(completed.testText == value.testText, "\(trial.context)")
      }
    }
    #expect(known > 100)
  }

  @Test func givingWhatIsMissingLeavesNothingUnknown() throws {
    var open = 0
    try trials(600, seed: 2) { trial, generator in
      guard case .unknown(let unknown) = trial.value(trial.sample, trial.removed) else { return }
      open += 1
      let missing = try #require(trial.steps(unknown), "\(unknown.paths) of \(trial.context)")
      let rest = missing.reduce(trial.removed) { trial.sample.removed($0, giving: $1) }
      for _ in 0..<8 {
        let value = trial.value(trial.completion(&generator), rest)
        #expect(!value.isUnknown, "\(value.testText) of \(trial.context) giving \(unknown.paths)")
      }
    }
    #expect(open > 100)
  }

  @Test func givingAnythingElseLeavesTheSameMissing() throws {
    try trials(600, seed: 3) { trial, generator in
      guard case .unknown(let unknown) = trial.value(trial.sample, trial.removed) else { return }
      let missing = try #require(trial.steps(unknown), "\(unknown.paths) of \(trial.context)")
      for _ in 0..<4 {
        let others = trial.sample.paths().filter { path in
          !missing.contains { $0.starts(with: path) || path.starts(with: $0) }
            && Bool.random(using: &generator)
        }
        let rest = others.reduce(trial.removed) { trial.sample.removed($0, giving: $1) }
        let value = trial.value(trial.completion(&generator), rest)
        #expect(value.testText == Value.unknown(unknown).testText, "\(trial.context) giving \(others)")
      }
    }
  }

  @Test func theOrderOfOperandsDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<400 {
      var operands = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
        ExpressionGenerator.condition(depth: 2, &generator, mayFail: true)
      }
      let operation = Bool.random(using: &generator) ? " && " : " || "
      let sample = SampleGenerator.sample(&generator)
      let removed = SampleGenerator.removal(from: sample, &generator)
      let activation = Activation(record: sample.record(without: removed))
      let inOrder = operands.map { "(\($0))" }.joined(separator: operation)
      operands.shuffle(using: &generator)
      let shuffled = operands.map { "(\($0))" }.joined(separator: operation)
      let found = try RecordFixture.program(shuffled).evaluate(activation).outcome
      #expect(try RecordFixture.program(inOrder).evaluate(activation).outcome == found, "\(inOrder)")
    }
  }
}

extension Value {
  fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }

  /// The value as text; every error is the same outcome.
  fileprivate var outcome: String { if case .error = self { "error" } else { testText } }
}
