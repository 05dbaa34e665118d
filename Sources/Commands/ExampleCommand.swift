import ArgumentParser
import CEL
import Evaluator
import JSON
import Platform
import Reports
import RulePacks
import RuleReview

/// `binhxet example PACK --award ID | --violating RULE`
struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Make a record that is eligible for an award, or that breaks one rule alone.",
    discussion: """
      Examples:
        binhxet example rules/ba-to-2021 --award bto-economic-targets
        binhxet example rules/ba-to-2021 --violating bto-forest-cover --output short.json
        binhxet example rules/vn-law-2022 --award lao-dong-tien-tien --as-of 2025-12-31
        binhxet example rules/ba-to-2021 --all

      Where an award looks at other records (those that the record leads to, decisions of the register), they are made \
      as well, and a list is printed that begins with the record. The record is worked out from the expressions of the rules, judged before it is printed, and as small as can be. \
      Where there is none, the exit code is 1 and standard error says why.
      """)

  @OptionGroup var pack: PackOptions

  @Option(name: .long, help: "The award that the record is to be eligible for.")
  var award: String?

  @Option(name: .long, help: "The rule that the record is to break, and no other.")
  var violating: String?

  @Flag(
    name: .long,
    help: "Try every award and every rule, and tell of each whether there is such a record or why not.")
  var all = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Day of knowledge, YYYY-MM-DD (default: the last day of the pack's period).", valueName: "day"))
  var asOf: String?

  @Option(
    name: .shortAndLong, help: "File for the record, written whole or not at all (default: standard output).",
    completion: .file())
  var output: String?

  func validate() throws {
    guard [award != nil, violating != nil, all].filter({ $0 }).count == 1 else {
      throw ValidationError("Give one of --award, --violating and --all.")
    }
    if let asOf { _ = try Day.read(asOf) }
  }

  func run() throws {
    let (inspection, folder) = try Failures.reported(pack.lang) { try inspected() }
    let compiled = try PackOptions.sound(inspection.loading, language: pack.lang)
    let lastDay = compiled.period.before.flatMap { try? $0.adding(days: -1) }
    guard let day = try asOf.map(Day.read) ?? lastDay else {
      throw ValidationError("--as-of is needed for this pack.")
    }
    guard let review = WitnessReview(inspection, from: folder.place.files, asOf: day) else {
      throw ExitStatus.packInvalid.error
    }
    let texts = WitnessTexts(pack.lang, compiled)
    if all { return try survey(review.survey(), texts) }
    switch try witness(review, compiled) {
    case .success(let witness):
      try Failures.reported(pack.lang) { try write(witness.document) }
      StandardError.write(texts.text(witness, award: award.map { Text($0) }))
    case .failure(let failure):
      StandardError.write(texts.text(failure))
      throw ExitStatus.findings.error
    }
  }

  private func survey(_ survey: WitnessSurvey, _ texts: WitnessTexts) throws {
    try Failures.reported(pack.lang) {
      let target = try OutputTarget(output)
      try target.write(Array(texts.text(survey).utf8))
      try target.finish()
    }
    if !survey.isComplete { throw ExitStatus.findings.error }
  }

  private func inspected() throws -> (PackInspection, ReviewFolder) {
    let folder = try ReviewFolders.folder(pack.pack)
    let loader = PackLoader(registry: BinhXetCommand.kinds)
    let inspection = loader.inspect(
      manifest: folder.place.manifest, from: folder.place.files, options: try pack.options())
    return (inspection, folder)
  }

  private func witness(
    _ review: WitnessReview, _ compiled: CompiledPack
  ) throws -> Result<Witness, WitnessFailure> {
    if let award {
      guard let place = compiled.awards.firstIndex(where: { $0.id == Text(award) }) else {
        throw ValidationError(Unknown.name(Text(award), among: compiled.awards.map(\.id), what: "award"))
      }
      return review.eligible(for: place)
    }
    let rule = Text(violating ?? "")
    guard let place = compiled.rules.firstIndex(where: { $0.id == rule }) else {
      throw ValidationError(Unknown.name(rule, among: compiled.rules.map(\.id), what: "rule"))
    }
    return review.violating(place)
  }

  private func write(_ record: JSONValue) throws {
    var writer = JSONWriter(style: .pretty)
    writer.value(record)
    let target = try OutputTarget(output)
    try target.write(writer.takeBytes() + [UInt8(ascii: "\n")])
    try target.finish()
  }
}
