import CEL
import Evaluator
import JSON
import RulePacks

/// A text whose two languages say the same.
struct MissingTranslationRule: LintRule {
  static let description = ReviewRuleDescription(
    "missing-translation", .warning,
    title: LocalizedText(
      vi: "Thiếu bản dịch",
      en: "Missing translation"),
    what: LocalizedText(
      vi: "Bản tiếng Việt và tiếng Anh giống hệt nhau.",
      en: "The Vietnamese and the English text are the same."),
    why: LocalizedText(
      vi: "Người đọc một trong hai thứ tiếng không hiểu báo cáo.",
      en: "Readers of one of the languages cannot read the report."),
    avoid: #"{ "vi": "Sản lượng lúa", "en": "Sản lượng lúa" }"#,
    prefer: #"{ "vi": "Sản lượng lúa", "en": "Rice output" }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let roots = pack.inspection.layers.last.map { [$0.manifest] + $0.files } ?? []
    for root in roots + pack.inspection.traces where pack.isOwn(root) {
      for text in root.localizedTexts {
        guard let vi = text["vi"]?.text, let node = text["en"], let en = node.text, vi == en, Self.isProse(vi)
        else {
          continue
        }
        log.report(.same(en), at: node)
      }
    }
  }

  /// An abbreviation or a name of one word reads the same in both languages.
  private static func isProse(_ text: Text) -> Bool {
    text.string.contains(" ") && text.string.contains(where: \.isLetter)
  }
}

extension ReviewMessage {
  fileprivate static let same = ReviewMessage(
    "missing-translation.same",
    vi: "Hai thứ tiếng giống nhau: {1:quoted}.",
    en: "Both languages say {1:quoted}.")
}
