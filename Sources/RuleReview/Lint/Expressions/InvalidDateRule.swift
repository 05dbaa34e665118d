import CEL
import Evaluator
import JSON
import RulePacks

/// A day written in an expression that no calendar has.
struct InvalidDateRule: LintRule {
  static let description = ReviewRuleDescription(
    "invalid-date", .error,
    title: LocalizedText(
      vi: "Ngày không có thật",
      en: "A day that no calendar has"),
    what: LocalizedText(
      vi: "date(\"…\") với một chuỗi không phải là ngày.",
      en: "date(\"…\") of a text that is no day."),
    why: LocalizedText(
      vi: "Biểu thức luôn báo lỗi: không hồ sơ nào được kết luận.",
      en: "The expression always fails, so that no record is ever decided."),
    avoid: "signedOn <= date('2021-02-30')",
    prefer: "signedOn <= date('2021-02-28')")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard let operands = part.operands(of: "date"), operands.count == 1,
        case .string(let text)? = operands[0].literal, (try? CivilDate(text)) == nil
      else { continue }
      log.report(
        .noDay(text), at: ExpressionPart(node: part.node, expression: operands[0], parent: part.expression),
        remedy: .form)
    }
  }
}

extension ReviewMessage {
  fileprivate static let noDay = ReviewMessage(
    "invalid-date.noDay",
    vi: "{1:quoted} không phải là ngày có thật.",
    en: "{1:quoted} is no day of the calendar.")
  fileprivate static let form = ReviewMessage(
    "invalid-date.form",
    vi: "Viết năm-tháng-ngày, như 2021-02-28.",
    en: "Write year-month-day, as in 2021-02-28.")
}
