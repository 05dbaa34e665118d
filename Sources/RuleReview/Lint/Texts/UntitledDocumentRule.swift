import CEL
import Evaluator
import JSON
import RulePacks

/// A document that must be cited of which people are told a code only.
struct UntitledDocumentRule: LintRule {
  static let description = ReviewRuleDescription(
    "untitled-document", .warning,
    title: LocalizedText(
      vi: "Văn bản chỉ có mã",
      en: "Document with a code only"),
    what: LocalizedText(
      vi: "Văn bản phải viện dẫn có \"code\" mà không có \"number\" và \"title\".",
      en: "A document to be cited has a \"code\" and neither \"number\" nor \"title\"."),
    why: LocalizedText(
      vi: "Báo cáo phải gọi văn bản bằng mã kỹ thuật.",
      en: "Reports must call it by its technical code."),
    avoid: #"{ "code": "congress12" }"#,
    prefer: #"{ "code": "congress12", "title": { … } }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.inspection.rules.map(\.node) where pack.isOwn(rule) && rule["kind"]?.text == "citation" {
      for document in rule["documents"]?.elements.map(\.self) ?? [] {
        guard let code = document["code"]?.text, document["number"] == nil, document["title"] == nil else {
          continue
        }
        log.report(.untitled(code), at: document["code"] ?? document)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let untitled = ReviewMessage(
    "untitled-document.untitled",
    vi: "Văn bản {1:quoted} không có số, ký hiệu và không có tên gọi.",
    en: "Document {1:quoted} has neither a number nor a title.")
}
