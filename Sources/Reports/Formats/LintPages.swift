import Evaluator
import JSON
import RuleReview

/// The pages of lint rules.
public struct LintPages {
  private let language: Language
  private let words: ReportWords

  public init(_ language: Language) {
    self.language = language
    words = ReportWords(language)
  }

  public func list(_ rules: [ReviewRuleDescription], into output: inout [UInt8]) {
    let width = rules.map(\.id.utf8.count).max() ?? 0
    for rule in rules {
      let padding = [UInt8](repeating: 0x20, count: width - rule.id.utf8.count + 2)
      output.line(rule.id + Text(utf8: padding) + rule.title[language] + " (" + severity(rule) + ")")
    }
  }

  public func page(_ rule: ReviewRuleDescription, into output: inout [UInt8]) {
    output.line(rule.id + " – " + rule.title[language])
    output.line(words.choose("Mức độ: ", "Severity: ") + severity(rule))
    output.line("")
    output.line(rule.what[language])
    output.line(words.choose("Vì sao: ", "Why: ") + rule.why[language])
    output.line("")
    output.line(words.choose("Nên tránh: ", "Avoid:  ") + rule.avoid)
    output.line(words.choose("Nên viết:  ", "Prefer: ") + rule.prefer)
  }

  private func severity(_ rule: ReviewRuleDescription) -> Text {
    let name = words.review(rule.severity)
    return rule.isOptIn ? name + words.choose(", khi gói yêu cầu", ", where a pack asks for it") : name
  }
}
