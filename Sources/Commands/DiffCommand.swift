import ArgumentParser
import CEL
import Evaluator
import JSON
import Platform
import Reports
import RulePacks

/// `binhxet diff OLD NEW [--records FILES…]`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what a change of rule packs means, and whom it affects.",
    discussion: """
      OLD and NEW are folders of a pack, folders of packs, or either in a git revision, as REV:PATH.

      Examples:
        binhxet diff main:rules rules
        binhxet diff HEAD~1:rules/ba-to-2021 rules/ba-to-2021 --records units.ndjson --as-of 2021-12-31
        binhxet diff old/ba-to-2021 rules/ba-to-2021 --format markdown --fail-on loss

      Stricter: whoever failed a rule fails it still. Looser: whoever fails it now failed it before. Both are proved \
      from the conditions, over records in which everything is given; what can't be proved is incomparable.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  enum Failure: String, ExpressibleByArgument, CaseIterable { case loss, any, never }

  @Argument(help: "The old state: a folder, or REV:PATH.")
  var old: String

  @Argument(help: "The new state: a folder, or REV:PATH.")
  var new: String

  @Option(
    name: .long, parsing: .upToNextOption,
    help:
      "Files of records (.json, .ndjson): who gains, who loses, who becomes undecided, on lists and in groups too, and by what.",
    completion: .file())
  var records: [String] = []

  @OptionGroup var judged: JudgedRecordOptions

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Day of knowledge, YYYY-MM-DD (with --records).", valueName: "day"))
  var asOf: String?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "What makes the exit code 1: any change, or a loss: of a record, or, without --records, of whatever may cost somebody."
    ))
  var failOn: Failure = .never

  @Option(name: .long, help: "Format of the result.")
  var format: Format = .text

  @Option(
    name: .shortAndLong, help: "File for the result, written whole or not at all (default: standard output).",
    completion: .file())
  var output: String?

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func validate() throws {
    if records.isEmpty, asOf != nil { throw ValidationError("--as-of is for --records.") }
    try judged.validate(records, asOf: asOf)
    _ = try asOf.map(Day.read)
  }

  func run() throws {
    let run = DiffRun(language: lang, loader: PackLoader(registry: BinhXetCommand.kinds))
    let results = try Failures.reported(lang) {
      let before = try PackState(old, lang)
      let after = try PackState(new, lang)
      if !records.isEmpty, !before.isSingle || !after.isSingle {
        throw ValidationError("--records needs one pack: name its folder in both states.")
      }
      return try run.compare(before, after, records: judged.input(records, asOf: asOf))
    }
    try Failures.reported(lang) {
      let target = try OutputTarget(output)
      try target.write(bytes(results))
      try target.finish()
    }
    if fails(results) { throw ExitStatus.findings.error }
  }

  private func bytes(_ results: [PackDiffResult]) -> [UInt8] {
    switch format {
    case .text:
      DiffText(lang, usesColour: output == nil && isatty(STDOUT_FILENO) != 0).bytes(results)
    case .markdown: DiffMarkdown(lang).bytes(results)
    case .json: DiffJSON(toolVersion: Text(BinhXetCommand.version)).bytes(results)
    }
  }

  private func fails(_ results: [PackDiffResult]) -> Bool {
    switch failOn {
    case .never: false
    case .any: !results.allSatisfy(\.isEmpty)
    case .loss: results.contains(where: \.costs)
    }
  }
}
