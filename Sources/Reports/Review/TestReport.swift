import CEL
import Evaluator
import JSON
import RulePacks
import RuleReview

/// What a person reads of a run of cases: what failed with what was expected and found, then what was never seen.
public struct TestReport {
  private let words: TestWords
  private let problems: ProblemTexts
  private let language: Language
  private let ink: Ink
  private let table = TextTable()

  public init(_ language: Language, usesColour: Bool = false) {
    self.language = language
    words = TestWords(language)
    problems = ProblemTexts(language)
    ink = Ink(isOn: usesColour)
  }

  public func pack(_ test: PackTest, into output: inout [UInt8]) {
    for defect in test.defects { output.line(problems.excerpt(defect)) }
    for example in test.examples where !example.passes { failure(example, into: &output) }
    for outcome in test.outcomes where !outcome.passes { failure(outcome, test, into: &output) }
    if let coverage = test.coverage { self.coverage(coverage, test, into: &output) }
    if let mutation = test.mutation { self.mutation(mutation, test, into: &output) }
  }

  public func summary(_ tests: [PackTest], into output: inout [UInt8]) {
    let failed = tests.reduce(0) { $0 + $1.failed }
    let counts = words.counts(passed: tests.reduce(0) { $0 + $1.passed }, failed: failed)
    output.line(ink(counts, failed == 0 ? .green : .red))
  }

  private func failure(_ example: TemplateExampleOutcome, into output: inout [UInt8]) {
    let title = Excerpt.text(example.title[language], limit: 200)
    output.line(ink("✗", .red) + " " + Excerpt.text(example.kind) + ": " + title)
    for defect in example.defects { output.line(problems.excerpt(defect)) }
    for difference in example.differences { output.line("    " + Excerpt.text(difference, limit: 200)) }
  }

  private func failure(_ outcome: CaseOutcome, _ test: PackTest, into output: inout [UInt8]) {
    let ruleCase = outcome.ruleCase
    let place = Excerpt.printable(test.folder + "/" + Text(ruleCase.file)) + ":" + Text("\(ruleCase.line)")
    output.line(ink("✗", .red) + " " + place + ": " + Excerpt.text(ruleCase.name, limit: 200))
    for defect in outcome.defects { output.line(problems.excerpt(defect)) }
    var subjects: [Text] = []
    for difference in outcome.differences where !subjects.contains(difference.subject) {
      subjects.append(difference.subject)
    }
    for subject in subjects {
      output.line("    " + ink(Excerpt.text(subject), .bold))
      for difference in outcome.differences where difference.subject == subject {
        output.line("      " + text(difference))
      }
      if let message = message(of: subject, outcome) { output.line("      → " + message) }
    }
  }

  private func text(_ difference: CaseOutcome.Difference) -> Text {
    let member = difference.member
    let label = member.isEmpty ? "" : words.member(member) + ": "
    return label + words.expected + " " + ink(words.value(difference.expected, of: member), .green) + ", "
      + words.found + " " + ink(words.value(difference.found, of: member), .red)
  }

  /// What a report would say of the rule, in the words of its unit.
  private func message(of rule: Text, _ outcome: CaseOutcome) -> Text? {
    guard let judged = outcome.judged,
      let finding = judged.result.findings.first(where: { judged.pack.rules[$0.rule].id == rule })
    else { return nil }
    let renderer = MessageRenderer(judged.pack, language)
    let text = Excerpt.printable(renderer.text(finding))
    guard let error = finding.error, renderer.template(finding) == .failed else { return text }
    return text + " " + problems.text(error)
  }

  private func coverage(_ report: CoverageReport, _ test: PackTest, into output: inout [UInt8]) {
    let title = words.coverage + " (" + Excerpt.printable(test.folder) + "): "
    output.line(ink(title + words.percent(report.percent), .bold))
    var table: [[Text]] = [[""] + CoverageAspect.allCases.map(words.mark)]
    for row in report.rows {
      table.append(
        [row.rule]
          + CoverageAspect.allCases.map { aspect in
            guard row.possible.contains(aspect) else { return "" }
            return Text("\(row.seen[aspect] ?? 0)")
          })
    }
    for line in self.table.lines(table) { output.line("  " + line) }
    let legend = CoverageAspect.allCases.map { words.mark($0) + " " + words.aspect($0) }
    output.line("  " + legend.joined("; "))
    for row in report.rows where !row.unseen.isEmpty {
      let place = test.rulesFolder + row.file + ":" + Text("\(row.line)")
      output.line(
        "  " + Excerpt.printable(place) + ": " + row.rule + ": " + words.unseen + ": "
          + ink(row.unseen.map(words.aspect).joined(", "), .yellow))
    }
  }

  private func mutation(_ report: MutationReport, _ test: PackTest, into output: inout [UInt8]) {
    for defect in report.defects { output.line(problems.excerpt(defect)) }
    output.line(
      ink(words.mutation(report) + " (" + Excerpt.printable(test.folder) + ")", .bold))
    let rows = MutantSort.allCases.compactMap { sort in
      report.bySort[sort].map { [words.sort(sort), Text("\($0.noticed)"), "/", Text("\($0.tried)")] }
    }
    for line in self.table.lines(rows) { output.line("  " + line) }
    if !report.unnoticed.isEmpty { output.line("  " + words.unnoticed + ":") }
    for mutant in report.unnoticed {
      let place = Excerpt.printable(test.rulesFolder + mutant.file) + ":" + Text("\(mutant.line)")
      let change =
        Excerpt.text(mutant.before, limit: 120) + " → "
        + ink(mutant.after.map { Excerpt.text($0, limit: 120) } ?? words.dropped, .yellow)
      output.line("    " + place + ": " + mutant.name + " " + mutant.at + ": " + change)
    }
    for problem in report.problems {
      let place = Excerpt.printable(test.rulesFolder + problem.place.file) + ":"
      output.line("  " + place + Text("\(problem.place.line): ") + words.problem(problem.reason))
    }
  }
}
