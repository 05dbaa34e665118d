import ArgumentParser
import Evaluator
import JSON
import Platform
import Reports
import RulePacks
import RuleReview

/// `binhxet lint [PACKS…]`
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look for what is broken, contradictory, unused, untold or unclear in rule packs.",
    discussion: """
      Examples:
        binhxet lint
        binhxet lint rules/ba-to-2021 --format sarif --output lint.sarif
        binhxet lint rules/ba-to-2021 --fix
        binhxet lint --explain award-unreachable --lang en
        binhxet lint rules/ba-to-2021 --records units.ndjson --as-of 2021-12-31
        binhxet lint --waivers waivers.json --as-of 2021-12-31
        binhxet lint --write-baseline baseline.json
        binhxet lint --baseline baseline.json

      What is waived, or in the baseline, is shown and counted apart, and does not make the exit code 1. A manifest sets severities, or switches rules off: "lint": { "rule-without-case": "warning" }.
      """)

  @Argument(
    help: "Folders of rule packs; those without pack.json are passed over (default: all of rules/).",
    completion: .directory)
  var packs: [String] = []

  @Option(name: .long, help: "Show the page of a lint rule.")
  var explain: String?

  @Flag(name: .customLong("list"), help: "List the lint rules.")
  var listsRules = false

  @Flag(name: .long, help: "Mend what can be mended without a change of meaning.")
  var fix = false

  @OptionGroup var passes: WaiverOptions

  @Option(
    name: .long, parsing: .upToNextOption,
    help:
      "Files of records (.json, .ndjson), for one pack: criteria that all or none of them meet, or that none reaches, and fields that none fills.",
    completion: .file())
  var records: [String] = []

  @OptionGroup var judged: JudgedRecordOptions

  @Option(name: .long, help: "Format of the result.")
  var format: ReviewFormat = .text

  @Option(
    name: .shortAndLong, help: "File for the result, written whole or not at all (default: standard output).",
    completion: .file())
  var output: String?

  @Option(name: .customLong("fail-on"), help: "Lowest severity that makes the exit code 1.")
  var failOn: ReviewFailure = .warning

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func validate() throws { try judged.validate(records, asOf: passes.asOf) }

  func run() throws {
    if explain != nil || listsRules { return try showPages() }
    var run = LintRun(language: lang, linter: Linter(loader: PackLoader(registry: BinhXetCommand.kinds)))
    let status = try Failures.reported(lang) {
      let folders = try ReviewFolders.packs(packs)
      if let file = try passes.loadWaivers(), let asOf = passes.asOf {
        run.waivers = Waivers(file, asOf: try Day.read(asOf))
        run.waiverDefects = file.defects
      }
      run.baseline = try passes.loadBaseline()
      run.records = try judged.input(records, asOf: passes.asOf)
      if run.records != nil, folders.count != 1 {
        throw ValidationError("--records needs one pack: name its folder.")
      }
      if fix { try run.fix(folders) }
      let found = try passes.writeBaseline.map { try write($0, &run, folders) } ?? run.lint(folders)
      let colour = output == nil && format == .text && isatty(STDOUT_FILENO) != 0
      let bytes = format.bytes(run.header(folders, usesColour: colour), found.annotations)
      let target = try OutputTarget(output)
      try target.write(bytes)
      try target.finish()
      if found.isBroken { return ExitStatus.packInvalid }
      return found.worst.map { failOn.fails($0) } ?? false ? .findings : .clean
    }
    if status != .clean { throw status.error }
  }

  /// Writes what is found as a baseline, and finds it again by that.
  private func write(
    _ path: String, _ run: inout LintRun, _ folders: [ReviewFolder]
  ) throws -> LintRun.Found {
    let bytes = Baseline.bytes(of: try run.lint(folders).unwaived)
    let target = try OutputTarget(path)
    try target.write(bytes)
    try target.finish()
    run.baseline = Baseline(bytes, path: Text(path))
    return try run.lint(folders)
  }

  private func showPages() throws {
    var output: [UInt8] = []
    let pages = LintPages(lang)
    let rules = LintRun.pages
    if let explain {
      guard let rule = rules.first(where: { $0.id == Text(explain) }) else {
        throw ValidationError(Unknown.name(Text(explain), among: rules.map(\.id), what: "lint rule"))
      }
      pages.page(rule, into: &output)
    } else {
      pages.list(rules, into: &output)
    }
    try Failures.reported(lang) { try OutputTarget(nil).write(output) }
  }
}
