import ArgumentParser
import Evaluator
import JSON
import Platform
import Records
import Reports

/// `binhxet explain PACK RECORDS… --record KEY [--award ID]`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how the verdicts on one record came about, and the nearest way to eligible.",
    discussion: """
      Example:
        binhxet explain rules/ba-to-2021 Examples/ba-to-2021/units.ndjson --record ba-to-short --as-of 2021-12-31
      """)

  @OptionGroup var pack: PackOptions
  @OptionGroup var input: RecordOptions

  @Option(name: .long, help: "Key of the record.")
  var record: String

  @Option(name: .long, help: "Only this award (default: every award, and the rules outside them).")
  var award: String?

  func run() throws {
    let compiled = try pack.load()
    if let award, !compiled.awards.contains(where: { $0.id == Text(award) }) {
      throw ValidationError(Unknown.name(Text(award), among: compiled.awards.map(\.id), what: "award"))
    }
    let day = try input.day()
    let evaluator = PackEvaluator(compiled, asOf: day, timeZone: TimeZoneNames.offset)
    var reader = RecordReader(input.sources, of: compiled, typeName: input.type.map { Text($0) }, asOf: day)
    try Failures.reported(pack.lang) {
      guard let found = try find(&reader) else { throw ExitStatus.inputUnreadable.error }
      guard case .judged(let result) = evaluator.evaluate(found.record) else {
        throw ExitStatus.recordsRejected.error
      }
      let colour = isatty(STDOUT_FILENO) != 0
      let text = ExplanationText(
        evaluator, ReportOptions(language: pack.lang, usesColour: colour)
      ).text(of: ReportedRecord(found, result), award: award.map { Text($0) })
      try OutputTarget(nil).write(text)
    }
  }

  /// The record with the key asked for; a rejected one, or none, is said on standard error.
  private func find(_ reader: inout RecordReader) throws -> LocatedRecord? {
    let texts = ProblemTexts(pack.lang)
    var keys: [Text] = []
    while let item = try reader.next() {
      switch item {
      case .success(let located):
        if located.key.text == Text(record) { return located }
        keys.append(located.key.text)
      case .failure(let rejection):
        for text in texts.texts(rejection) {
          StandardError.write(ProblemTexts.text(rejection.place) + ": " + text)
        }
      }
    }
    StandardError.write(texts.recordNotFound(Text(record), among: keys))
    return nil
  }
}
