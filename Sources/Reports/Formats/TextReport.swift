import CEL
import Evaluator
import JSON
import Records
import RuleReview

/// What a person reads: by record, what fails first, each with value, limit, distance and citation.
///
/// Text of records and packs is made printable: it cannot steer the terminal.
public struct TextReport: ReportWriter {
  let header: ReportHeader
  let options: ReportOptions
  let words: ReportWords
  let values: ValueText
  let messages: MessageRenderer
  let problems: ProblemTexts
  let review: ReviewAnnotations
  let ink: Ink
  /// Sources that a printed finding cites.
  var cited: Set<Text> = []
  /// True once the heading of the groups is written.
  var hasGroups = false
  /// By award: the rules that its criteria name, gathered with the first record of which it is asked.
  lazy var rulesAsked = header.pack.awards.map { Set($0.requires.rules) }
  private var rejections: [Rejection] = []
  /// What is found of waivers themselves.
  private var waivers: [Annotation] = []
  private var touchedNotices: Set<Int> = []

  public init(_ header: ReportHeader, _ options: ReportOptions) {
    self.header = header
    self.options = options
    words = ReportWords(options.language)
    values = ValueText(options.language)
    messages = MessageRenderer(header.pack, options.language)
    problems = ProblemTexts(options.language)
    review = ReviewAnnotations(options.language, below: "")
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
        output.line(
          "  " + Excerpt.printable(choice.title[options.language]) + " (" + choice.rule + "): "
            + (choice.isEnabled ? words.on : words.off))
      }
    }
  }

  private func describe(_ parameter: Parameter) -> Text {
    let amount = header.value(of: parameter).map { messages.amount($0, unit: parameter.unit) } ?? "–"
    let value = amount.isEmpty ? words.nothing : amount
    return Excerpt.printable(parameter.title[options.language]) + " (" + parameter.name + "): "
      + Excerpt.printable(value) + " – " + words.setter(parameter)
  }

  public mutating func record(_ reported: ReportedRecord, into output: inout [UInt8]) {
    for (place, notice) in header.pack.notices.enumerated() where reported.result.lawDate >= notice.from {
      touchedNotices.insert(place)
    }
    guard options.only.showsRecords else { return }
    output.line("")
    output.line(title(of: reported))
    for warning in reported.located.warnings where options.only == .all {
      output.line(
        "  " + ink(words.warning, .yellow) + ": "
          + problems.text(
            warning, at: messages.title(of: warning.path, on: reported.result.record.type.name)))
    }
    if options.only != .verdicts {
      findings(of: reported, into: &output)
    }
    for verdict in reported.result.verdicts where verdict.standing != .notApplicable {
      self.verdict(verdict, of: reported.result, into: &output)
    }
  }

  public mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {
    rejections.append(rejection)
  }

  public mutating func waiver(_ finding: ReviewFinding, into output: inout [UInt8]) {
    waivers.append(review.annotation(finding, subject: ""))
  }

  public mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    if !rejections.isEmpty {
      output.line("")
      output.line(ink(words.rejected, .red) + " (" + Text("\(rejections.count)") + ")")
    }
    for rejection in rejections {
      for line in problems.lines(rejection) { output.line("  " + line) }
    }
    if !waivers.isEmpty {
      output.line("")
      output.line(ink(words.waivers, .yellow) + " (" + Text("\(waivers.count)") + ")")
    }
    for waiver in waivers {
      output.line(
        "  " + (waiver.place.map { $0.text + ": " } ?? "") + Excerpt.printable(waiver.message) + " "
          + ink("[" + waiver.rule + "]", .faint))
      if let remedy = waiver.remedy { output.line("    → " + Excerpt.printable(remedy)) }
    }
    self.summary(summary, into: &output)
    let sources = header.pack.sources.filter { cited.contains($0.key) }
    if !sources.isEmpty { output.line(words.sources + ":") }
    for source in sources { output.line("  " + describe(source)) }
    for place in touchedNotices.sorted() {
      output.line(words.notice + ": " + Excerpt.printable(header.pack.notices[place].text[options.language]))
    }
  }

  private func summary(_ summary: ReportSummary, into output: inout [UInt8]) {
    output.line("")
    output.line(ink(words.summary, .bold))
    output.line("  " + words.recordCount(summary.records) + ", " + words.rejectedCount(summary.rejected))
    var counts = Outcome.allCases.map { words.heading($0) + ": " + Text("\(summary[$0])") }
    if header.takesWaivers { counts.append(words.waived + ": " + Text("\(summary.waived)")) }
    output.line("  " + counts.joined("; "))
    var idle = 0
    for (place, award) in header.pack.awards.enumerated() {
      let standings = Verdict.Standing.allCases.filter { summary.verdicts[place][$0.rawValue] > 0 }
      if standings == [.notApplicable] { idle += 1 }
      guard !standings.isEmpty, standings != [.notApplicable] else { continue }
      let counts = standings.map {
        words.standing($0) + " " + Text("\(summary.verdicts[place][$0.rawValue])")
      }
      output.line("  » " + Excerpt.printable(award.title[options.language]) + ": " + counts.joined("; "))
    }
    if idle > 0 { output.line("  » " + words.idleAwards(idle)) }
  }

  private func describe(_ source: CompiledPack.Source) -> Text {
    let issued = source.issued.map { text in (try? CivilDate(text)).map { values.day($0) } ?? text }
    let parts = [source.title[options.language], source.number, source.issuer, issued]
    return source.key + ": " + Excerpt.printable(parts.compactMap(\.self).joined(", "))
  }
}

extension [UInt8] {
  mutating func line(_ text: Text) {
    append(contentsOf: text.utf8)
    append(UInt8(ascii: "\n"))
  }
}
