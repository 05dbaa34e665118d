import CEL
import Evaluator
import JSON
import RulePacks

/// A rule whose days all lie outside the pack's period.
struct DatesOutsidePeriodRule: LintRule {
  static let description = ReviewRuleDescription(
    "dates-outside-period", .warning,
    title: LocalizedText(
      vi: "Ngày, kỳ lệch khỏi thời gian của gói",
      en: "Days outside the period"),
    what: LocalizedText(
      vi:
        "Mọi ngày, kỳ mà quy tắc so sánh đều trước thời gian của gói, hoặc sau khi kết thúc hơn một năm; ngày của văn bản phải trùng (==) không tính.",
      en:
        "Every day and period that a rule compares with lies before the pack's period, or more than a year after its end; days of documents, which must be equal, do not count."
    ),
    why: LocalizedText(
      vi: "Thường là gói được chép từ năm khác mà chưa sửa năm: hồ sơ của kỳ này không bao giờ đạt.",
      en: "Mostly the pack is a copy that keeps the years of another: no record of this period is ever met."),
    avoid: #"pack 2022, "kind": "window", "within": "2021""#,
    prefer: #""within": "2022""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let period = pack.pack?.period else { return }
    for rule in pack.rules where pack.isOwn(rule.node) {
      let days = Self.days(of: rule)
      guard let first = days.first, days.allSatisfy({ Self.isOutside($0, period) }) else { continue }
      log.report(.outside(rule.id, first.text), at: Self.node(of: first, in: rule.node) ?? rule.idNode)
    }
  }

  /// Days that the rule holds something against, its last day for fulfilment aside.
  private static func days(of rule: ReviewedRule) -> [CivilDate] {
    let check = rule.compiled?.check
    let many = rule.inspected.compiledOnMany?.check
    let formulas =
      [check?.applies, check?.requires].compactMap { $0 } + (check?.limit?.bounds.map(\.value) ?? [])
      + (many?.formulas ?? [])
    return formulas.compactMap(\.program.checked?.parsed.root).flatMap { root in
      ExpressionPart.walk(rule.node, root).flatMap(days)
    }
  }

  /// The day, or the ends of the period, that a part is; none where it only must be equal, as the day of a document.
  private static func days(_ part: ExpressionPart) -> [CivilDate] {
    if case .call(Operator.equals, _, _)? = part.parent?.kind { return [] }
    if case .call(Operator.notEquals, _, _)? = part.parent?.kind { return [] }
    if case .string(let text)? = part.operands(of: "date")?.first?.literal {
      return (try? CivilDate(text)).map { [$0] } ?? []
    }
    if case .string(let text)? = part.operands(of: "period")?.first?.literal, let period = try? Period(text) {
      return [period.firstDay, period.lastDay]
    }
    return []
  }

  private static func isOutside(_ day: CivilDate, _ period: DateSpan) -> Bool {
    if let from = period.from, day < from { return true }
    // Reports and sums of a year are due in the next.
    guard let last = period.before.flatMap({ try? $0.adding(years: 1) }) else { return false }
    return day > last
  }

  private static let skipped: [Text] = ["title", "message", "cites", "period", "due"]

  /// The text of the rule that writes the day, or the period that begins or ends on it.
  private static func node(of day: CivilDate, in node: JSONNode) -> JSONNode? {
    if let text = node.text {
      if text.contains(day.text) { return node }
      guard let period = try? Period(text) else { return nil }
      return period.firstDay == day || period.lastDay == day ? node : nil
    }
    let children = node.members.map(\.self) + node.elements.map(\.self)
    for child in children where !skipped.contains(where: child.hasKey) {
      if let found = self.node(of: day, in: child) { return found }
    }
    return nil
  }
}

extension ReviewMessage {
  fileprivate static let outside = ReviewMessage(
    "dates-outside-period.outside",
    vi: "Các ngày của quy tắc {1:quoted}, như {2:day}, đều ngoài thời gian của gói.",
    en: "The days of rule {1:quoted}, such as {2:day}, all lie outside the pack's period.")
}
