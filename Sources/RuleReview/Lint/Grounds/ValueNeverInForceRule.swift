import CEL
import Evaluator
import JSON
import RulePacks

/// A value of a parameter for days that the pack does not judge.
struct ValueNeverInForceRule: LintRule {
  static let description = ReviewRuleDescription(
    "value-never-in-force", .warning,
    title: LocalizedText(
      vi: "Giá trị ngoài thời gian hiệu lực",
      en: "Value that is never in force"),
    what: LocalizedText(
      vi: "Một giá trị của tham số không có ngày nào chung với thời gian, hoặc ngày áp dụng, của gói.",
      en: "A value of a parameter shares no day with the pack's period, or does not hold its law date."),
    why: LocalizedText(
      vi: "Giá trị không bao giờ được dùng; thường là sai năm.",
      en: "The value is never used; mostly the year is wrong."),
    avoid: #"pack 2021, value "from": "2022-06-01""#,
    prefer: #""from": "2021-06-01""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let compiled = pack.pack else { return }
    for parameter in pack.inspection.parameters where pack.isOwn(parameter.node) {
      guard let values = compiled.parameters.first(where: { $0.name == parameter.name })?.values else {
        continue
      }
      for entry in parameter.node["values"]?.elements.map(\.self) ?? [] {
        let from = entry["from"]?.text.flatMap { try? CivilDate($0) }
        guard let value = values.first(where: { $0.span.from == from }), !compiled.judges(value.span) else {
          continue
        }
        log.report(.outside(parameter.name), at: entry)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let outside = ReviewMessage(
    "value-never-in-force.outside",
    vi: "Giá trị này của tham số {1:quoted} không có hiệu lực vào ngày nào mà gói xét.",
    en: "This value of parameter {1:quoted} is in force on no day that the pack judges.")
}
