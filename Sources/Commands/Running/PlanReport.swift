import Columns
import Evaluator
import JSON
import Records
import Reports

/// How a pack is judged: the program of each rule, and how often the interpreter had to be asked for some records.
struct PlanReport {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// Judges the records, too, for the counts.
  func run(_ run: ColumnRun, _ sources: [RecordSource], _ target: OutputTarget) throws -> ExitStatus {
    var text = ""
    if !run.evaluator.pack.judgesEachRecordAlone {
      text += choose(
        "Gói này xét nhiều hồ sơ cùng nhau: trình thông dịch làm tất cả.\n",
        "This pack looks at many records together: the interpreter does all of it.\n")
    }
    for outline in run.plan.outlines { text += self.text(outline) }
    let counts = try run.count(sources)
    let share = counts.evaluations == 0 ? 0 : 1000 * counts.interpretations / counts.evaluations
    text += choose(
      "Đã xét \(counts.evaluations) lượt quy tắc, trình thông dịch \(counts.interpretations) (\(share)‰); ",
      "Rule evaluations: \(counts.evaluations), by the interpreter \(counts.interpretations) (\(share)‰); ")
    text += choose(
      "hồ sơ đọc thành cây: \(counts.trees).\n", "records read as trees: \(counts.trees).\n")
    try target.write(Array(text.utf8))
    try target.finish()
    return .clean
  }

  private func text(_ outline: PlanOutline) -> String {
    let open = outline.rules.count { $0.reason != nil }
    var text = choose(
      "\(outline.type.string): \(outline.rules.count) quy tắc, trình thông dịch làm \(open); ",
      "\(outline.type.string): \(outline.rules.count) rules, \(open) by the interpreter; ")
    text += choose("\(outline.columns.count) cột\n", "\(outline.columns.count) columns\n")
    if let reason = outline.reason {
      text += choose("  trình thông dịch làm tất cả: ", "  the interpreter does all: ") + reason + "\n"
    }
    for rule in outline.rules + outline.awards { text += self.text(rule) }
    return text
  }

  private func text(_ rule: PlanOutline.Rule) -> String {
    if let reason = rule.reason {
      return "  \(rule.id.string): " + choose("trình thông dịch", "interpreter") + " (\(reason))\n"
    }
    var parts: [String] = []
    if let applies = rule.applies { parts.append("when %\(applies)") }
    if let requires = rule.requires { parts.append("requires %\(requires)") }
    if let due = rule.due { parts.append("due %\(due)") }
    var text = "  \(rule.id.string): \(parts.joined(separator: ", "))\n"
    for step in rule.steps { text += "    %\(step.register) = \(step.text)\n" }
    return text
  }

  private func choose(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
