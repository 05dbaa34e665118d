import Columns
import Evaluator
import JSON
import Records
import Reports

/// How a pack is judged: the program of each rule, and how often the interpreter had to be asked for some records.
struct PlanReport {
  private let words: PlanWords

  init(_ language: Language) { words = PlanWords(language) }

  /// Judges the records, too, for the counts.
  func run(_ run: ColumnRun, _ sources: [RecordSource], _ target: OutputTarget) throws -> ExitStatus {
    var text: Text = ""
    let pack = run.evaluator.pack
    if !pack.scores.isEmpty {
      text += words.addsScores + "\n"
    } else if pack.looksBeyondRecords {
      text += words.judgesTogether + "\n"
    }
    for outline in run.plan.outlines { text += self.text(outline) }
    let counts = try run.count(sources)
    text +=
      words.counts(
        evaluations: counts.evaluations, interpretations: counts.interpretations, trees: counts.trees) + "\n"
    try target.write(Array(text.utf8))
    try target.finish()
    return .clean
  }

  private func text(_ outline: PlanOutline) -> Text {
    var text =
      words.type(
        outline.type, rules: outline.rules.count, interpreted: outline.rules.count { $0.reason != nil },
        columns: outline.columns.count) + "\n"
    if let reason = outline.reason { text += "  " + words.interpreterDoesAll(Text(reason)) + "\n" }
    for rule in outline.rules + outline.awards { text += self.text(rule) }
    return text
  }

  private func text(_ rule: PlanOutline.Rule) -> Text {
    if let reason = rule.reason {
      return "  " + rule.id + ": " + words.interpreter + Text(" (\(reason))\n")
    }
    var parts: [String] = []
    if let applies = rule.applies { parts.append("when %\(applies)") }
    if let requires = rule.requires { parts.append("requires %\(requires)") }
    if let due = rule.due { parts.append("due %\(due)") }
    var text = "  " + rule.id + Text(": \(parts.joined(separator: ", "))\n")
    for step in rule.steps { text += Text("    %\(step.register) = \(step.text)\n") }
    return text
  }
}
