import CEL
import Evaluator
import JSON
import Records

/// What a person reads: by record, what fails first, each with value, limit, distance and citation.
public struct TextReport: ReportWriter {
  private let header: ReportHeader
  private let options: ReportOptions
  private let words: ReportWords
  private let values: ValueText
  private let messages: MessageRenderer
  private let problems: ProblemTexts
  private let ink: Ink
  /// Sources that a printed finding cites.
  private var cited: Set<Text> = []
  private var rejections: [Rejection] = []
  private var touchedNotices: Set<Int> = []

  public init(_ header: ReportHeader, _ options: ReportOptions) {
    self.header = header
    self.options = options
    words = ReportWords(options.language)
    values = ValueText(options.language)
    messages = MessageRenderer(header.pack, options.language)
    problems = ProblemTexts(options.language)
    ink = Ink(isOn: options.usesColour)
  }

  public mutating func begin(into output: inout [UInt8]) {
    let pack = header.pack
    output.line(ink(pack.title[options.language], .bold) + " (" + pack.id + " " + pack.version + ")")
    output.line(words.asOf + ": " + values.day(header.asOf))
    if !header.parameters.isEmpty {
      output.line(words.parameters + ":")
      for parameter in header.parameters { output.line("  " + describe(parameter)) }
    }
    if !pack.choices.isEmpty {
      output.line(words.choices + ":")
      for choice in pack.choices {
        output.line("  " + choice.rule + ": " + (choice.isEnabled ? words.on : words.off))
      }
    }
  }

  private func describe(_ parameter: Parameter) -> Text {
    let value = header.value(of: parameter).map { values.text($0) } ?? "–"
    let unit = parameter.unit.map { $0 == "%" ? $0 : " " + $0 } ?? ""
    return parameter.title[options.language] + " (" + parameter.name + "): " + value + unit + " – "
      + words.setBy + " " + words.setter(parameter)
  }

  public mutating func record(_ reported: ReportedRecord, into output: inout [UInt8]) {
    guard options.only != .summary else { return }
    touch(reported.result.lawDate)
    output.line("")
    output.line(title(of: reported))
    for warning in reported.located.warnings {
      output.line("  " + ink(words.warning, .yellow) + ": " + problems.text(warning))
    }
    if options.only != .verdicts {
      findings(of: reported.result, into: &output)
    }
    for verdict in reported.result.verdicts where verdict.standing != .notApplicable {
      self.verdict(verdict, into: &output)
    }
  }

  private func title(of reported: ReportedRecord) -> Text {
    let record = reported.result.record
    var title = ink(reported.located.key.text, .bold)
    if let slot = record.type.slot(of: "name"), case .string(let name)? = record.slots[slot] {
      title = ink(name, .bold) + " [" + reported.located.key.text + "]"
    }
    let place = reported.located.place
    return "■ " + title + " – " + record.type.title[options.language] + ", " + Text(place.file) + ":"
      + Text("\(place.line)")
  }

  private mutating func findings(of result: RecordResult, into output: inout [UInt8]) {
    let shown: [Outcome] = options.only == .violated ? [.violated] : [.violated, .undetermined, .notYetDue]
    for outcome in shown {
      let findings = result.findings.filter { $0.outcome == outcome }
        .sorted { header.pack.rules[$0.rule].severity > header.pack.rules[$1.rule].severity }
      guard !findings.isEmpty else { continue }
      output.line("  " + ink(words.heading(outcome) + " (" + Text("\(findings.count)") + ")", outcome))
      for finding in findings { self.finding(finding, into: &output) }
    }
    guard options.only == .all else { return }
    let satisfied = result.findings.filter { $0.outcome == .satisfied }
    let exceeded = satisfied.filter(\.isExceeded)
    var line = "  " + ink(words.heading(.satisfied) + " (" + Text("\(satisfied.count)") + ")", .satisfied)
    if !exceeded.isEmpty {
      let titles = exceeded.map { header.pack.rules[$0.rule].title[options.language] }
      line += " – " + words.exceeded + ": " + values.join(titles)
    }
    output.line(line)
    let idle = result.findings.count { $0.outcome == .notApplicable }
    if idle > 0 {
      output.line(
        "  " + ink(words.heading(.notApplicable) + " (" + Text("\(idle)") + ")", Outcome.notApplicable))
    }
  }

  private mutating func finding(_ finding: Finding, into output: inout [UInt8]) {
    let rule = header.pack.rules[finding.rule]
    var line = "    " + ink(words.mark(finding.outcome), finding.outcome) + " "
    line += rule.title[options.language] + " (" + words.severity(rule.severity)
    if rule.isUnverified { line += ", " + words.unverified }
    line += "): " + messages.text(finding)
    if let error = finding.error { line += " " + problems.text(error) }
    for cite in rule.cites {
      line += " [" + cite + "]"
      cited.insert(Text(utf8: cite.utf8.prefix { $0 != UInt8(ascii: "#") }))
    }
    output.line(line)
    output.line("      " + ink(rule.id, .faint))
  }

  private func verdict(_ verdict: Verdict, into output: inout [UInt8]) {
    let award = header.pack.awards[verdict.award]
    var line = "  » " + award.title[options.language] + ": "
    line += ink(words.standing(verdict.standing), verdict.standing)
    if verdict.isUnverified { line += " (" + words.unverified + ")" }
    if !verdict.because.isEmpty {
      line += " – " + words.because + ": "
      line += values.join(verdict.because.map { header.pack.rules[$0].title[options.language] })
    }
    output.line(line)
  }

  private mutating func touch(_ day: CivilDate) {
    for (place, notice) in header.pack.notices.enumerated() where day >= notice.from {
      touchedNotices.insert(place)
    }
  }

  public mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {
    rejections.append(rejection)
  }

  public mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    if !rejections.isEmpty {
      output.line("")
      output.line(ink(words.rejected, .red))
      for rejection in rejections {
        for text in problems.texts(rejection) {
          output.line("  " + ProblemTexts.text(rejection.place) + ": " + text)
        }
      }
    }
    output.line("")
    output.line(ink(words.summary, .bold))
    output.line(
      "  " + Text("\(summary.records) ") + words.records + ", " + Text("\(summary.rejected) ")
        + words.rejectedCount)
    let counts = Outcome.allCases.map { words.heading($0) + ": " + Text("\(summary[$0])") }
    output.line("  " + values.join(counts))
    for (place, award) in header.pack.awards.enumerated() {
      let counts = Verdict.Standing.allCases.filter { summary.verdicts[place][$0.rawValue] > 0 }
        .map { words.standing($0) + " " + Text("\(summary.verdicts[place][$0.rawValue])") }
      output.line("  » " + award.title[options.language] + ": " + values.join(counts))
    }
    let sources = header.pack.sources.filter { cited.contains($0.key) }
    if !sources.isEmpty { output.line(words.sources + ":") }
    for source in sources { output.line("  " + describe(source)) }
    for place in touchedNotices.sorted() {
      output.line(words.notice + ": " + header.pack.notices[place].text[options.language])
    }
  }

  private func describe(_ source: CompiledPack.Source) -> Text {
    var text = source.key + ": " + source.title[options.language]
    for part in [source.number, source.issuer, source.issued].compactMap(\.self) { text += ", " + part }
    return text
  }
}

extension [UInt8] {
  mutating func line(_ text: Text) {
    append(contentsOf: text.utf8)
    append(UInt8(ascii: "\n"))
  }
}
