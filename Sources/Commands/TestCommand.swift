import ArgumentParser
import Evaluator
import JSON
import Platform
import Reports
import RulePacks
import RuleReview

/// `binhxet test PACKS…`
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the cases beside packs; tell what they leave untested.",
    discussion: """
      Examples:
        binhxet test rules/ba-to-2021 --filter growth
        binhxet test rules/* --coverage --coverage-at-least 95
        binhxet test rules/ba-to-2021 --mutate --rule bto-forest-cover

      Mutants are slips that an author might make: a limit moved by one step of its precision, a day by one, an \
      operator flipped, a condition or a member of a set dropped. Each should make a case fail. Those that change no \
      outcome are listed, with the reason, in the pack's mutants.json.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: "Folders of rule packs; those without pack.json are passed over (default: all of rules/).",
    completion: .directory)
  var packs: [String] = []

  @Option(name: .long, help: "Only cases whose name contains this text.")
  var filter: String?

  @Option(
    name: .long,
    help: "Only cases that expect something of this rule or award; with --mutate only its mutants.")
  var rule: String?

  @Option(name: .long, help: "Only cases of files whose name contains this text.")
  var file: String?

  @Flag(name: .long, help: "Count by rule which outcomes the cases see.")
  var coverage = false

  @Option(
    name: .customLong("coverage-at-least"),
    help: ArgumentHelp("Fail below this share of outcomes seen.", valueName: "percent"))
  var coverageAtLeast: Double?

  @Flag(name: .long, help: "Put one slip after the other into the rules, and tell which no case notices.")
  var mutate = false

  @Option(
    name: .customLong("mutation-at-least"),
    help: ArgumentHelp("Fail below this share of slips noticed.", valueName: "percent"))
  var mutationAtLeast: Double?

  @Option(name: .long, help: "Format of the result.")
  var format: Format = .text

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func run() throws {
    var tests: [PackTest] = []
    var status = ExitStatus.clean
    let target = try OutputTarget(nil)
    let colour = format == .text && isatty(STDOUT_FILENO) != 0
    let report = TestReport(lang, usesColour: colour)
    for folder in PackFolders.named(packs) {
      let loader = PackLoader(registry: BinhXetCommand.kinds)
      let (open, loading) = loader.open(folder: folder)
      guard let open else {
        _ = try PackOptions.sound(loading, language: lang)
        continue
      }
      let test = test(folder, CaseSuite(folder: folder, loader: loader), open)
      if fails(test) { status = .findings }
      if format == .text {
        var output: [UInt8] = []
        report.pack(test, into: &output)
        try target.write(output)
      }
      tests.append(test)
    }
    var output: [UInt8] = []
    switch format {
    case .text: report.summary(tests, into: &output)
    case .json: output = TestJSON(lang, toolVersion: Text(BinhXetCommand.version)).bytes(tests)
    }
    try target.write(output)
    if status != .clean { throw status.error }
  }

  private func test(_ folder: String, _ suite: CaseSuite, _ open: OpenPack) -> PackTest {
    let subject = rule.map { Text($0) }
    let outcomes = suite.run(
      CaseSelection(name: filter.map { Text($0) }, subject: subject, file: file.map { Text($0) }))
    let isWhole = outcomes.allSatisfy(\.passes) && suite.defects.isEmpty
    return PackTest(
      folder: Text(folder), outcomes: outcomes,
      // A filter picks cases; the examples of templates are none.
      examples: filter == nil && rule == nil && file == nil
        ? TemplateExampleOutcome.all(of: open, registry: BinhXetCommand.kinds) : [],
      defects: suite.defects,
      coverage: coverage || coverageAtLeast != nil ? CoverageRun(open).report(outcomes) : nil,
      // What fails without a slip says nothing about one.
      mutation: isWhole && (mutate || mutationAtLeast != nil)
        ? MutationRun(suite, open).report(subject: subject) : nil)
  }

  private func fails(_ test: PackTest) -> Bool {
    if test.failed > 0 { return true }
    if let coverageAtLeast, let coverage = test.coverage, coverage.percent < coverageAtLeast { return true }
    guard let mutation = test.mutation else { return false }
    if !mutation.problems.isEmpty || !mutation.defects.isEmpty { return true }
    return mutationAtLeast.map { mutation.score < $0 } ?? false
  }
}
