import CEL
import Evaluator
import JSON
import RulePacks

/// A choice between true and false.
struct ChoiceOfTruthsRule: LintRule {
  static let description = ReviewRuleDescription(
    "choice-of-truths", .note,
    title: LocalizedText(
      vi: "Chọn giữa true và false",
      en: "Choice of true and false"),
    what: LocalizedText(
      vi: "Biểu thức chọn true nếu điều kiện đúng, false nếu sai, hoặc ngược lại.",
      en: "A choice gives true where a condition holds and false elsewhere, or the other way round."),
    why: LocalizedText(
      vi: "Điều kiện đã là câu trả lời.",
      en: "The condition is the answer."),
    avoid: "a > b ? true : false",
    prefer: "a > b")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard let parts = part.operands(of: Operator.conditional), parts.count == 3,
        case (.bool(let whenTrue)?, .bool(let whenFalse)?) = (parts[1].literal, parts[2].literal),
        whenTrue != whenFalse
      else { continue }
      let direct =
        whenTrue
        ? parts[0]
        : part.expression.with(.call(function: Operator.not, target: nil, arguments: [parts[0]]))
      log.report(
        .choice(Unparser.text(part.expression)), at: part, remedy: .write(Unparser.text(direct)),
        fix: pack.edit(part, to: direct))
    }
  }
}

extension ReviewMessage {
  fileprivate static let choice = ReviewMessage(
    "choice-of-truths.choice",
    vi: "Phép chọn thừa: {1}.",
    en: "A needless choice: {1}.")
  fileprivate static let write = ReviewMessage(
    "choice-of-truths.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
