import Evaluator
import JSON
import RulePacks
import RuleReview

/// What a person reads of a trace: each requirement with its rules and cases, gaps marked, counts at the end.
public struct TraceText {
  private let words: ReportWords
  private let tests: TestWords
  private let problems: ProblemTexts
  private let ink: Ink
  private let showsAll: Bool

  /// - Parameter showsAll: false leaves out rows without a gap.
  public init(_ language: Language, usesColour: Bool = false, showsAll: Bool = true) {
    words = ReportWords(language)
    tests = TestWords(language)
    problems = ProblemTexts(language)
    ink = Ink(isOn: usesColour)
    self.showsAll = showsAll
  }

  public func pack(_ folder: Text, _ report: TraceReport, into output: inout [UInt8]) {
    output.line(ink(Excerpt.printable(folder) + (report.source.isEmpty ? "" : " · " + report.source), .bold))
    for defect in report.defects { output.line(problems.excerpt(defect)) }
    for row in report.rows where showsAll || hasGap(row) { self.row(row, into: &output) }
    if !report.untraced.isEmpty {
      let label = words.choose("Quy tắc không thuộc yêu cầu nào: ", "Rules of no requirement: ")
      output.line("  " + label + Text(report.untraced.map(\.string).joined(separator: ", ")))
    }
    output.line("  " + ink(counts(report), report.isComplete ? .green : .red))
  }

  private func hasGap(_ row: TraceReport.Row) -> Bool {
    row.isUnanswered || row.rules.contains { !$0.unseen.isEmpty }
  }

  private func row(_ row: TraceReport.Row, into output: inout [UInt8]) {
    let mark = hasGap(row) ? ink("✗", .red) : ink("✓", .green)
    output.line("  " + mark + " " + Excerpt.text(row.id))
    if row.isUnanswered {
      output.line(
        "      " + words.choose("chưa có quy tắc, cũng không nêu lý do", "no rule, and no reason why"))
    }
    for rule in row.rules { output.line("      " + text(rule)) }
    if row.rules.isEmpty, let reason = row.reason {
      output.line("      – " + words.choose(reason.vi, reason.en))
    }
  }

  private func text(_ rule: TraceReport.Rule) -> Text {
    let counts = rule.seen.map { tests.mark($0.aspect) + Text("\($0.count)") }
    var text = rule.id + "  " + Text(counts.map(\.string).joined(separator: " "))
    if !rule.isEnabled { text += words.choose("  (chưa bật)", "  (not enabled)") }
    guard !rule.unseen.isEmpty else { return text }
    let unseen = Text(rule.unseen.map { tests.aspect($0).string }.joined(separator: ", "))
    return text + "  " + ink(tests.unseen + ": " + unseen, .red)
  }

  private func counts(_ report: TraceReport) -> Text {
    let total = report.total ?? report.rows.count
    let untested = Set(report.rows.flatMap(\.rules).filter { !$0.unseen.isEmpty }.map(\.id)).count
    return Text("\(report.answered)/\(total)")
      + words.choose(" yêu cầu có quy tắc hoặc lý do", " requirements have a rule or a reason") + ", "
      + Text("\(untested)") + words.choose(" quy tắc thiếu tình huống", " rules lack cases")
  }
}
