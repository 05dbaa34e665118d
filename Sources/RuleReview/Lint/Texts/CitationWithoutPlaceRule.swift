import CEL
import Evaluator
import JSON
import RulePacks

/// A citation of a whole document.
struct CitationWithoutPlaceRule: LintRule {
  static let description = ReviewRuleDescription(
    "citation-without-place", .note, isOptIn: true,
    title: LocalizedText(
      vi: "Viện dẫn không nêu vị trí",
      en: "Citation without a place"),
    what: LocalizedText(
      vi: "Viện dẫn chỉ nêu văn bản, không nêu điều, mục.",
      en: "A citation names a document and no place in it."),
    why: LocalizedText(
      vi: "Không ai đọc cả văn bản để đối chiếu.",
      en: "Nobody reads a whole document to compare."),
    avoid: #""cites": ["plan"]"#,
    prefer: #""cites": ["plan#II.2.9"]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for node in pack.inspection.rules.map(\.node) + pack.inspection.awards.map(\.node) where pack.isOwn(node)
    {
      for citation in node["cites"]?.elements.map(\.self) ?? [] {
        guard let text = citation.text, !text.utf8.contains(UInt8(ascii: "#")) else { continue }
        log.report(.whole(text), at: citation)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let whole = ReviewMessage(
    "citation-without-place.whole",
    vi: "Viện dẫn {1:quoted} không nêu điều, mục.",
    en: "Citation {1:quoted} names no place in the document.")
}
