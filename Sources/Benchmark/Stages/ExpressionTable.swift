import CEL
import Evaluator
import JSON

/// Times single expressions, as rules of packs have them, over bound records.
enum ExpressionTable {
  static let expressions: [Text] = [
    "kind == 'district'",
    "figures.forestCoverPercent >= 67.1",
    "figures.forestCoverPercent >= 67.1 && kind in ['district', 'commune']",
    "has(figures.outputPerCapita) || figures.povertyRatePercent <= 20.5",
    "figures.tradeServiceSharePercent + figures.agricultureSharePercent <= 100",
    "percent(figures.householdsWithElectricity, figures.households) >= 98",
    "communes.all(c, c.newRuralCriteria >= 9)",
    "mean(communes.map(c, c.newRuralCriteria)) >= 12.11",
    "schools.exists(s, fold(s.name) == 'trường mầm non ba tơ')",
  ]

  private static let evaluations = 200_000

  static func print(_ pack: CompiledPack, _ day: CivilDate, _ input: GeneratedFile) throws {
    guard let type = pack.schema.recordTypes["unit"] else { return }
    let binder = RecordBinder(schema: pack.schema, asOf: day)
    let evaluator = PackEvaluator(pack, asOf: day)
    let activations = try input.lines.compactMap {
      binder.bind(try JSONDocument.parse($0).root, as: type, ignoring: ["type"]).record
    }.map { evaluator.activation(for: $0, on: day) }
    guard !activations.isEmpty else { throw BenchmarkFailure.noRecords }
    let environment = PackEnvironment(schema: pack.schema, parameters: pack.parameters).environment(
      on: "unit")
    Swift.print(Figure.padded("ns", to: 9), " expression")
    for text in expressions {
      guard let program = environment.compile(text, expecting: .bool).0 else {
        Swift.print(Figure.padded("–", to: 9), "", text)
        continue
      }
      let (_, seconds) = Stopwatch.time {
        for number in 0..<evaluations {
          _ = program.evaluate(activations[number % activations.count])
        }
      }
      let nanoseconds = Figure.count(seconds / Double(evaluations) * 1e9)
      Swift.print(Figure.padded(nanoseconds, to: 9), "", text)
    }
  }
}
