import CEL
import Evaluator
import JSON
import Reports
import RulePacks
import RuleReview

/// Findings of every sort, with texts that each format must escape.
enum SampleAnnotations {
  static let page = ReviewRuleDescription(
    "boolean-comparison", .note, title: LocalizedText(vi: "So sánh thừa", en: "Needless comparison"),
    what: LocalizedText(vi: "So với true.", en: "A comparison with true."),
    why: LocalizedText(vi: "Dài hơn mà không rõ hơn.", en: "Longer and no clearer."), avoid: "a == true",
    prefer: "a")

  static let line: Text = #"    "when": "isActive == true && size(a) < 3","#

  static let findings: [ReviewFinding] = [
    ReviewFinding(
      page.id, .note,
      at: PackDefect.Place(
        file: "gói một/targets.json", line: 12, column: 14, length: 16, byte: 240, sourceLine: line),
      ReviewMessage(
        "boolean-comparison.true", vi: "So sánh thừa: {1:quoted}.", en: "Needless comparison: {1:quoted}.",
        ["isActive == true"]),
      remedy: ReviewMessage("remedy", vi: "Hãy viết {1:quoted}.", en: "Write {1:quoted}.", ["isActive"]),
      fix: [TextEdit(file: "gói một/targets.json", range: 240..<256, replacement: "isActive")]),
    ReviewFinding(
      PackDefect(
        .unknownField, ["figures.forest|Cover", "<unit>"], suggestion: "figures.forestCover",
        at: PackDefect.Place(
          file: "p/rules.json", line: 3, column: 20, length: 6, byte: 80,
          sourceLine: #"  { "id": "r", "value": "figure & more" }"#))),
    ReviewFinding(
      "award-unreachable", .warning, at: nil,
      ReviewMessage("award-unreachable.all", vi: "Không ai đạt được.\u{7}", en: "Nobody can get it.\u{7}")),
  ]

  static func header(_ language: Language) -> AnnotationHeader {
    let words = ReviewAnnotations(language, below: "rules/")
    return AnnotationHeader(
      toolVersion: "0.0.0", language: language, suite: "lint", rules: [words.rule(page)],
      subjects: ["rules/p"])
  }

  static func annotations(_ language: Language) -> [Annotation] {
    let words = ReviewAnnotations(language, below: "rules/")
    return findings.enumerated().map { index, finding in
      words.annotation(finding, subject: "rules/p", waiver: index == 2 ? "đã thống nhất: <họp 12/3>" : nil)
    }
  }

  static func bytes<Format: AnnotationWriter>(_ format: Format.Type, _ language: Language) -> [UInt8] {
    Format.bytes(header(language), annotations(language))
  }
}
