import CEL
import Evaluator
import JSON
import RulePacks

/// A field that rules read and no record of a corpus gives.
struct CorpusUnfilledFieldRule: LintRule {
  static let description = ReviewRuleDescription(
    "corpus-unfilled-field", .note,
    title: LocalizedText(
      vi: "Trường không ai điền",
      en: "Field that nobody fills"),
    what: LocalizedText(
      vi:
        "Trường mà quy tắc đọc nhưng không hồ sơ hay mục nào trong --records điền, dù có hồ sơ thuộc loại đó.",
      en:
        "A field that rules read is given by no record or section of those given with --records, though there are some of its type."
    ),
    why: LocalizedText(
      vi:
        "Quy tắc đọc trường đó sẽ không bao giờ kết luận được; có thể biểu mẫu thiếu cột, hoặc cột mang tên khác.",
      en: "Rules that read it can never be decided: the form may lack the column, or name it otherwise."),
    avoid: #""forestCover": null   (in each of 400 records)"#,
    prefer: #""forestCover": 67.1"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let corpus = pack.corpus else { return }
    let read = pack.fieldNamesRead
    for type in pack.inspection.recordTypes {
      guard let count = corpus.records[type.name] else { continue }
      for field in type.node["fields"]?.members.map(\.self) ?? [] {
        guard let name = field.key, read.contains(name),
          !(corpus.filled[type.name]?.contains(name) ?? false)
        else { continue }
        log.report(.unfilled(name, type.name, Text("\(count)")), at: field, atKey: true)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let unfilled = ReviewMessage(
    "corpus-unfilled-field.unfilled",
    vi: "Trường {1:quoted} của {2:quoted} để trống trong cả {3} hồ sơ, mục.",
    en: "Field {1:quoted} of {2:quoted} is empty in all {3} records or sections.")
}
