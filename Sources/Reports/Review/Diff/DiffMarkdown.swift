import Evaluator
import JSON
import RuleReview

/// A comment for a pull request: what changed as a table, then whom it affects.
public struct DiffMarkdown {
  private let words: DiffWords
  private let language: Language

  public init(_ language: Language) {
    self.language = language
    words = DiffWords(language)
  }

  public func bytes(_ results: [PackDiffResult]) -> [UInt8] {
    var output: [UInt8] = []
    output.line("### binhxet: diff")
    for result in results where !result.isEmpty {
      output.line("")
      output.line("#### " + MarkdownText.code(result.diff.pack) + " " + escaped(words.versions(result.diff)))
      table(result.diff.changes, &output)
      if let impact = result.impact { self.impact(impact, &output) }
    }
    if results.allSatisfy(\.isEmpty) {
      output.line("")
      output.line(words.unchanged)
    }
    return output
  }

  private func escaped(_ text: Text) -> Text { MarkdownText.escaped(text) }

  private func table(_ changes: [PackChange], _ output: inout [UInt8]) {
    guard !changes.isEmpty else { return }
    output.line("")
    output.line(
      "|  | " + words.choose("Thay đổi", "Change") + " | " + words.choose("Tên", "Name") + " | "
        + words.choose("Trước → sau", "Before → after") + " |")
    output.line("|---|---|---|---|")
    for change in changes {
      let title = change.title.map { escaped($0[language]) + " " } ?? ""
      let details = words.details(change).map { escaped($0) }
      output.line(
        "| " + mark(change) + " | " + escaped(words.summary(change)) + " | " + title
          + MarkdownText.code(change.name) + " | " + ValueText(language).join(details, separator: "<br>")
          + " |")
    }
  }

  private func mark(_ change: PackChange) -> Text {
    switch change.effect {
    case .stricter: "🔺"
    case .looser: "🔽"
    case .incomparable: "⚠️"
    case .same, .wording: "💬"
    case nil: change.sort == .removed ? "➖" : change.sort == .added ? "➕" : "✏️"
    }
  }

  private func impact(_ impact: Impact, _ output: inout [UInt8]) {
    output.line("")
    output.line("**" + words.impactTitle + "** (" + words.records(impact.judged) + ")")
    output.line("")
    if impact.isEmpty { output.line(words.noImpact) }
    for subject in impact.awards { self.subject(subject, .verdict, &output) }
    if !impact.rejections.isEmpty {
      output.line("- " + words.rejections)
      shifts(impact.rejections, .verdict, &output)
    }
    folded(words.listImpact, impact.rosters, .list, isOpen: true, &output)
    folded(words.groupImpact, impact.groups, .outcome, isOpen: true, &output)
    folded(words.ruleImpact, impact.rules, .outcome, isOpen: false, &output)
  }

  private func folded(
    _ title: Text, _ subjects: [Impact.Subject], _ aspect: DiffWords.Aspect, isOpen: Bool,
    _ output: inout [UInt8]
  ) {
    guard !subjects.isEmpty else { return }
    output.line("")
    output.line((isOpen ? "<details open><summary>" : "<details><summary>") + title + "</summary>")
    output.line("")
    for subject in subjects { self.subject(subject, aspect, &output) }
    output.line("")
    output.line("</details>")
  }

  private func subject(_ subject: Impact.Subject, _ aspect: DiffWords.Aspect, _ output: inout [UInt8]) {
    output.line(
      "- " + escaped(subject.title[language]) + " " + MarkdownText.code(subject.id) + ": **"
        + words.counts(subject, aspect) + "**")
    shifts(subject.shifts, aspect, &output)
  }

  /// Twenty records, and how many more: a comment has an end.
  private func shifts(_ shifts: [Impact.Shift], _ aspect: DiffWords.Aspect, _ output: inout [UInt8]) {
    for shift in shifts.prefix(20) { output.line("  - " + escaped(words.shift(shift, aspect))) }
    if shifts.count > 20 { output.line("  - " + words.words.more(shifts.count - 20)) }
  }
}
