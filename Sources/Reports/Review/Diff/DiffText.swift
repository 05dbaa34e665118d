import Evaluator
import JSON
import RuleReview

/// What a person reads of changes: part by part, then whom they affect.
public struct DiffText {
  private let words: DiffWords
  private let language: Language
  private let ink: Ink

  public init(_ language: Language, usesColour: Bool = false) {
    self.language = language
    words = DiffWords(language)
    ink = Ink(isOn: usesColour)
  }

  public func bytes(_ results: [PackDiffResult]) -> [UInt8] {
    var output: [UInt8] = []
    for result in results where !result.isEmpty {
      title(result.diff, &output)
      changes(result.diff, &output)
      if let impact = result.impact { self.impact(impact, &output) }
    }
    if results.allSatisfy(\.isEmpty) { output.line(words.unchanged) }
    return output
  }

  private func title(_ diff: PackDiff, _ output: inout [UInt8]) {
    output.line(ink(Excerpt.text(diff.pack) + "  " + words.versions(diff), .bold))
  }

  private func changes(_ diff: PackDiff, _ output: inout [UInt8]) {
    for subject in PackChange.Subject.allCases {
      let changes = diff.changes.filter { $0.subject == subject }
      guard !changes.isEmpty else { continue }
      output.line("")
      output.line("  " + ink(words.heading(subject), .bold))
      for change in changes { self.change(change, &output) }
    }
  }

  private func change(_ change: PackChange, _ output: inout [UInt8]) {
    let title = change.title.map { Excerpt.text($0[language]) + " (" + Excerpt.text(change.name) + ")" }
    let details = words.details(change)
    let summary = words.summary(change)
    var line = "  " + ink(words.mark(change), shade(change)) + " " + (title ?? Excerpt.text(change.name))
    if details.count == 1, !summary.isEmpty {
      line += ": " + details[0] + ", " + ink(summary, shade(change))
    } else {
      let parts = [summary].filter { !$0.isEmpty } + (details.count == 1 ? details : [])
      for part in parts { line += ": " + part }
      if details.count > 1 { line += summary.isEmpty ? ":" : "" }
    }
    output.line(line)
    if details.count > 1 { for detail in details { output.line("      " + detail) } }
  }

  private func shade(_ change: PackChange) -> Ink.Shade {
    switch change.effect {
    case .stricter: .red
    case .looser: .green
    case .incomparable: .yellow
    case .same, .wording: .faint
    case nil: .cyan
    }
  }

  private func impact(_ impact: Impact, _ output: inout [UInt8]) {
    output.line("")
    output.line("  " + ink(words.impactTitle, .bold) + " (" + words.records(impact.judged) + ")")
    if impact.isEmpty { output.line("  " + words.noImpact) }
    for subject in impact.awards { self.subject(subject, .verdict, &output) }
    if !impact.rejections.isEmpty {
      output.line("  " + words.rejections)
      shifts(impact.rejections, .verdict, &output)
    }
    let parts: [(Text, [Impact.Subject], DiffWords.Aspect)] = [
      (words.listImpact, impact.rosters, .list), (words.groupImpact, impact.groups, .outcome),
      (words.ruleImpact, impact.rules, .outcome),
    ]
    for (title, subjects, aspect) in parts where !subjects.isEmpty {
      output.line("  " + ink(title, .bold))
      for subject in subjects { self.subject(subject, aspect, &output) }
    }
  }

  private func subject(_ subject: Impact.Subject, _ aspect: DiffWords.Aspect, _ output: inout [UInt8]) {
    let title = Excerpt.text(subject.title[language]) + " (" + Excerpt.text(subject.id) + "): "
    output.line("  " + title + words.counts(subject, aspect))
    shifts(subject.shifts, aspect, &output)
  }

  /// Ten records, and how many more.
  private func shifts(_ shifts: [Impact.Shift], _ aspect: DiffWords.Aspect, _ output: inout [UInt8]) {
    for shift in shifts.prefix(10) { output.line("      " + words.shift(shift, aspect)) }
    if shifts.count > 10 { output.line("      " + words.words.more(shifts.count - 10)) }
  }
}

extension DiffWords {
  func versions(_ diff: PackDiff) -> Text {
    switch (diff.oldVersion, diff.newVersion) {
    case (let old?, let new?): old == new ? old : Excerpt.text(old) + " → " + Excerpt.text(new)
    case (nil, let new?): Excerpt.text(new) + ": " + (sort(.added) ?? "")
    case (let old?, nil): Excerpt.text(old) + ": " + (sort(.removed) ?? "")
    case (nil, nil): ""
    }
  }

  /// `3 gain, 1 lose`.
  func counts(_ subject: Impact.Subject, _ aspect: Aspect) -> Text {
    var text: Text = ""
    for turn in Impact.Turn.allCases where subject.count(turn) > 0 {
      if !text.isEmpty { text += ", " }
      text += Text("\(subject.count(turn)) ") + self.turn(turn, aspect)
    }
    return text
  }

  /// `ba-to: eligible → ineligible, by bto-forest-cover`.
  func shift(_ shift: Impact.Shift, _ aspect: Aspect) -> Text {
    let group = shift.group.map { Excerpt.text($0) }.joined(" / ")
    switch aspect {
    case .list:
      let states =
        place(shift.before, isProvisional: shift.provisional.before) + " → "
        + place(shift.after, isProvisional: shift.provisional.after)
      return Excerpt.text(shift.record) + (group.isEmpty ? "" : " (" + group + ")") + ": " + states + ", "
        + by(shift.by, aspect)
    case .outcome where shift.record.isEmpty:
      return (group.isEmpty ? words.wholeGroup : group) + ": " + state(shift.before) + " → "
        + state(shift.after)
    case .outcome, .verdict:
      let states = Excerpt.text(shift.record) + ": " + state(shift.before) + " → " + state(shift.after)
      guard Verdict.Standing.allCases.contains(where: { $0.name == shift.after ?? shift.before }),
        !shift.by.isEmpty || shift.after == "eligible" || shift.before == "eligible"
      else { return states }
      return states + ", " + by(shift.by, aspect)
    }
  }
}
