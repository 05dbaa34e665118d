import CEL
import Evaluator
import JSON
import RulePacks

/// What is found by a rule and somebody answers for until a day: on a pack by lint, or on a record.
public struct Waiver: Sendable {
  /// Id of the lint rule; with a record, of the pack's rule.
  public let rule: Text
  public let pack: Text?
  /// The record in one line, its key's values joined by `/`; nil for what lint finds.
  public let record: Text?
  /// Record type of the record; nil for whichever has the key.
  public let type: Text?
  /// Name of the rule, award, parameter, … that the finding speaks of.
  public let subject: Text?
  public let grounds: LocalizedText
  public let by: Text
  /// The last day on which it holds.
  public let until: CivilDate
  let place: PackDefect.Place

  init(_ node: JSONNode, _ place: PackDefect.Place) {
    rule = node["rule"]?.text ?? ""
    pack = node["pack"]?.text
    record = node["record"]?.text
    type = node["type"]?.text
    subject = node["subject"]?.text
    grounds = LocalizedText(
      vi: node["grounds"]?["vi"]?.text ?? "", en: node["grounds"]?["en"]?.text ?? "")
    by = node["by"]?.text ?? ""
    until = node["until"]?.text.flatMap { try? CivilDate($0) } ?? .first
    self.place = place
  }

  /// True for a finding in a pack that it speaks of, whatever the day.
  func covers(_ finding: ReviewFinding, in pack: Text) -> Bool {
    guard record == nil, finding.rule == rule, self.pack == nil || self.pack == pack else { return false }
    guard let subject else { return true }
    return finding.arguments.contains(subject)
  }
}

extension ReviewFinding {
  var arguments: [Text] {
    switch content {
    case .message(let message): message.arguments
    case .defect(let defect): defect.arguments
    }
  }
}
