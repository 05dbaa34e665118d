import ArgumentParser
import CEL
import Evaluator
import Foundation
import JSON
import Reports
import RulePacks

/// Prints the speed and memory of each stage; asserts nothing.
@main struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmark",
    abstract: "Measure reading, binding, interpreting and the whole check on generated records.",
    discussion: """
      Records are variations of a sample: the same seed gives the same bytes on every machine.

      Example:
        swift run -c release Benchmark --records 100000
      """)

  @Option(name: .long, help: "Folder of the rule pack.")
  var pack = "rules/ba-to-2021"

  @Option(name: .long, help: "File with the sample record, its first line.")
  var sample = "Examples/ba-to-2021/units.ndjson"

  @Option(name: .long, help: "Records to generate.")
  var records = 20_000

  @Option(name: .long, help: "Seed of the generator.")
  var seed: UInt64 = 2021

  @Option(name: .long, help: "Day of knowledge.")
  var asOf = "2021-12-31"

  @Option(name: .long, help: "Nominations to rank under quotas by unit.")
  var nominations = 1_000_000

  func validate() throws {
    guard nominations > 0 else { throw ValidationError("--nominations must be at least 1.") }
    guard records > 0 else { throw ValidationError("--records must be at least 1.") }
  }

  func run() throws {
    let (loading, time) = Stopwatch.mean(of: 5) { PackLoader().load(folder: pack) }
    guard let compiled = loading.pack else {
      for defect in loading.defects { print(ProblemTexts(.en).excerpt(defect)) }
      throw ExitCode.failure
    }
    let day = try CivilDate(Text(asOf))
    let generator = try RecordGenerator(sample: sample, seed: seed)
    let input = try GeneratedFile(generator, records: records)
    let size = Double(input.byteCount) / Double(records)
    print(
      "\(compiled.id) \(compiled.version): \(compiled.rules.count) rules; \(records) records of",
      terminator: " ")
    print("\(Figure.bytes(size)), \(Figure.bytes(Double(input.byteCount))) in all\n")
    print("pack load: \(Figure.milliseconds(time))\n")

    let context = StageContext(pack: compiled, asOf: day, input: input, records: records)
    StageTable.printHeading()
    for stage in try StageTable.stages(context) { stage.printLine() }
    var nominationStages = NominationStages(nominations, seed: seed)
    try nominationStages.run()
    print("")
    try ExpressionTable.print(compiled, day, input)
  }
}
