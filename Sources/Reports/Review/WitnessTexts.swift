import CEL
import Evaluator
import JSON
import RuleReview

/// Words what was made of a search for a record that is eligible, or that breaks one rule.
public struct WitnessTexts {
  private let texts: ProblemTexts
  private let pack: CompiledPack

  public init(_ language: Language, _ pack: CompiledPack) {
    texts = ProblemTexts(language)
    self.pack = pack
  }

  /// What the record is a witness of, in one line.
  ///
  /// - Parameter award: the award that it is eligible for; nil where it breaks a rule.
  public func text(_ witness: Witness, award: Text? = nil) -> Text {
    let day = witness.asOf.text
    let open = witness.result.findings.filter { $0.outcome == .undetermined || $0.outcome == .notYetDue }
    let broken = witness.result.findings.filter { $0.outcome == .violated }.map { pack.rules[$0.rule].id }
    var text =
      award.map { award in
        texts.choose("Hồ sơ này đủ điều kiện ", "This record is eligible for ") + quoted(award)
          + texts.choose(", xét đến ngày ", " as of ") + day + "."
      }
      ?? texts.choose("Hồ sơ này chỉ vi phạm ", "This record breaks ") + quoted(broken)
      + texts.choose(", xét đến ngày ", " alone, as of ") + day + "."
    if award != nil, !broken.isEmpty {
      text +=
        texts.choose(" Không cần cho danh hiệu mà chưa đạt: ", " Not met, and not asked for: ")
        + quoted(broken) + "."
    }
    if award == nil, !open.isEmpty {
      text +=
        texts.choose(
          Text(" Còn \(open.count) quy tắc chưa kết luận được: "),
          Text(" \(open.count) other rules cannot be decided: "))
        + quoted(open.prefix(5).map { pack.rules[$0.rule].id })
        + (open.count > 5 ? ", …" : "") + "."
    }
    return text
  }

  /// Why there is no such record.
  public func text(_ failure: WitnessFailure) -> Text {
    switch failure {
    case .contradiction(let rules):
      return texts.choose(
        "Không thể có hồ sơ như vậy: không hồ sơ nào đạt cùng lúc ", "There is no such record: none can meet "
      )
        + quoted(rules) + texts.choose(".", rules.count == 1 ? "." : " together.")
    case .appliesToNothing:
      return texts.choose(
        "Không thể có hồ sơ như vậy: điều kiện \"when\" của danh hiệu không bao giờ đúng.",
        "There is no such record: the \"when\" of the award never holds.")
    case .cannotBeBroken:
      return texts.choose(
        "Không thể có hồ sơ như vậy: quy tắc này không ai vi phạm được.",
        "There is no such record: nothing can break this rule.")
    case .breaksAnother(let rule):
      return texts.choose(
        "Không thể có hồ sơ như vậy: hồ sơ nào vi phạm quy tắc này thì cũng vi phạm ",
        "There is no such record: whatever breaks this rule breaks ")
        + quoted([rule]) + texts.choose(".", ", too.")
    case .notDue(let day):
      return texts.choose(
        "Quy tắc này chưa đến hạn: hạn cuối là " + day.text + "; hãy cho --as-of sau ngày ấy.",
        "This rule is not due yet: its last day is " + day.text + "; give --as-of after it.")
    case .notInForce:
      return texts.choose(
        "Không có ngày nào đến ngày xét mà quy tắc có hiệu lực; hãy cho --as-of muộn hơn.",
        "It is in force on no day up to the day of knowledge; give a later --as-of.")
    case .notFound(let open, let against):
      let found = texts.choose(
        "Đã tìm mà không lập được hồ sơ như vậy; điều đó không có nghĩa là không có.",
        "The search made no such record, which does not mean that there is none.")
      guard !open.isEmpty else { return found }
      let left = texts.choose(" Còn vướng: ", " What it could not bring about: ") + quoted(open) + "."
      guard !against.isEmpty else { return found + left }
      return found + left
        + texts.choose(" Cách nào đã thử cũng làm hỏng: ", " Whatever was tried would have broken: ")
        + quoted(against.prefix(6)) + (against.count > 6 ? ", …" : "") + "."
    }
  }

  /// Each award and rule in one line, and how many have a record.
  public func text(_ survey: WitnessSurvey) -> Text {
    var text: Text = ""
    for (heading, entries) in [
      (texts.choose("Đủ điều kiện", "Eligible for an award"), survey.awards),
      (texts.choose("Chỉ vi phạm một quy tắc", "Breaking one rule alone"), survey.rules),
    ] {
      let made = entries.filter { $0.failure == nil }.count
      text += heading + Text(": \(made)/\(entries.count)\n")
      for entry in entries {
        guard let failure = entry.failure else { continue }
        text += "  " + entry.id + ": " + self.text(failure) + "\n"
      }
    }
    return text
  }

  private func quoted(_ id: Text) -> Text { quoted([id]) }

  private func quoted(_ ids: some Sequence<Text>) -> Text { Array(ids).map { Excerpt.text($0) }.joined(", ") }
}
