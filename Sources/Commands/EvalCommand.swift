import ArgumentParser
import CEL
import Evaluator
import JSON
import Platform
import Records
import Reports
import RulePacks

/// `binhxet eval 'EXPR' [--record FILE] [--pack PACK --type TYPE]`
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate one expression: its value, type, what is missing, and the value of each part.",
    discussion: """
      Without --pack the expression is plain CEL, and the members of the record are its variables. With --pack it is \
      read as a rule of that pack on the record type --type.

      Examples:
        binhxet eval '[1, 2, 3].exists(x, x > 2)'
        binhxet eval 'size(name) > 3' --record unit.json
        binhxet eval 'percent(figures.doctors, figures.population)' --pack rules/ba-to-2021 --type unit \
      --record unit.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The expression.")
  var expression: String

  @Option(name: .long, help: "JSON file of one record; - reads standard input.", completion: .file())
  var record: String?

  @Option(name: .long, help: "Folder of a rule pack.", completion: .directory)
  var pack: String?

  @Option(name: .long, help: "Record type of the pack.")
  var type: String?

  @Option(name: .customLong("as-of"), help: "Day of knowledge (with --pack).")
  var asOf: String?

  @Option(name: .long, help: "Format of the result.")
  var format: Format = .text

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .en

  func run() throws {
    let day = try asOf.map(Day.read)
    let session = try Failures.reported(lang) {
      try EvalSession(pack: pack, type: type, asOf: day, record: record, language: lang)
    }
    let text = Text(expression)
    let (program, diagnostics) = session.environment.compile(text, expecting: nil)
    let report = EvaluationReport(lang)
    guard let program else {
      for diagnostic in diagnostics { StandardError.write(report.excerpt(diagnostic, in: text)) }
      throw ExitStatus.packInvalid.error
    }
    var activation = session.activation
    activation.context.timeZone = TimeZoneNames.offset
    let trace = program.trace(activation)
    let output =
      format == .json ? report.json(program, trace) : report.text(program, trace)
    try Failures.reported(lang) { try OutputTarget(nil).write(output) }
    if case .error = trace.value { throw ExitStatus.findings.error }
  }
}
