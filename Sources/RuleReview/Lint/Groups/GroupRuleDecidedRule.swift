import CEL
import Evaluator
import JSON
import RulePacks

/// A rule on many records whose limit lies where no share or count can.
struct GroupRuleDecidedRule: LintRule {
  static let description = ReviewRuleDescription(
    "group-rule-decided", .warning,
    title: LocalizedText(
      vi: "Giới hạn mà nhóm nào cũng đạt, hoặc không nhóm nào đạt",
      en: "Limit that every group meets, or none"),
    what: LocalizedText(
      vi: "Giới hạn của một tỷ lệ nằm ngoài 0 đến 100%, hoặc của một số đếm nằm dưới 0.",
      en: "The limit of a share lies outside 0 to 100%, or that of a count below zero."),
    why: LocalizedText(
      vi: "Kết luận đã định trước khi đếm: quy tắc không kiểm tra gì.",
      en: "The outcome stands before anything is counted: the rule checks nothing."),
    avoid: #""kind": "share", "atLeast": 0"#,
    prefer: #""kind": "share", "moreThan": 0"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.rules where pack.isOwn(rule.node) {
      guard let most = Self.mostMeasured(rule.node) else { continue }
      for bound in rule.node.members {
        guard let relation = Self.relations.first(where: { bound.isKeyed($0.name) })?.relation,
          let limit = bound.numberText.flatMap({ try? Decimal($0) })
        else { continue }
        if let holds = Self.outcome(relation, limit, most: most) {
          log.report(holds ? .always(rule.id) : .never(rule.id), at: bound)
        }
      }
    }
  }

  /// The most that the rule can measure, where it is known; the least is zero. Nil for other rules.
  private static func mostMeasured(_ rule: JSONNode) -> Decimal?? {
    switch rule["kind"]?.text {
    case "share": .some(Decimal(100 as Int64))
    case "aggregate" where ["count", "distinct"].contains(rule["function"]?.text): .some(nil)
    default: nil
    }
  }

  private static let relations: [(name: Text, relation: Relation)] = [
    ("atLeast", .greaterOrEqual), ("moreThan", .greater), ("atMost", .lessOrEqual), ("lessThan", .less),
    ("equals", .equals),
  ]

  /// True where every measured value meets the limit, false where none does.
  private static func outcome(_ relation: Relation, _ limit: Decimal, most: Decimal?) -> Bool? {
    let low = relation.holds(Decimal.zero, limit)
    switch relation {
    case .greaterOrEqual, .greater:
      if low { return true }
      return most.map { relation.holds($0, limit) } ?? true ? nil : false
    case .lessOrEqual, .less:
      if !low { return false }
      return most.map { relation.holds($0, limit) } ?? false ? true : nil
    case .equals, .notEquals:
      return limit < .zero || most.map { $0 < limit } ?? false ? relation == .notEquals : nil
    }
  }
}

extension JSONNode {
  fileprivate func isKeyed(_ name: Text) -> Bool { key == name }
}

extension ReviewMessage {
  fileprivate static let always = ReviewMessage(
    "group-rule-decided.always",
    vi: "Nhóm nào cũng đạt giới hạn của {1:quoted}.",
    en: "Every group meets the limit of {1:quoted}.")
  fileprivate static let never = ReviewMessage(
    "group-rule-decided.never",
    vi: "Không nhóm nào đạt được giới hạn của {1:quoted}.",
    en: "No group can meet the limit of {1:quoted}.")
}
