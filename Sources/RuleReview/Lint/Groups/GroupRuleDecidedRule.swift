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
      vi:
        "Giới hạn của một tỷ lệ nằm ngoài 0 đến 100%, hoặc của một số đếm nằm dưới số ít nhất: 1 nếu nhóm chỉ có khi có thành viên (\"per\" mà không có \"group\"), nếu không là 0.",
      en:
        "The limit of a share lies outside 0 to 100%, or that of a count below its least: one where groups are made by their members (\"per\" without \"group\"), else zero."
    ),
    why: LocalizedText(
      vi: "Kết luận đã định trước khi đếm: quy tắc không kiểm tra gì.",
      en: "The outcome stands before anything is counted: the rule checks nothing."),
    avoid: #""kind": "share", "atLeast": 0"#,
    prefer: #""kind": "share", "moreThan": 0"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.rules where pack.isOwn(rule.node) {
      guard let most = Self.mostMeasured(rule.node) else { continue }
      let least: Decimal = Self.seesMembersOnly(rule.node) ? Decimal(1 as Int64) : .zero
      for bound in rule.node.members {
        guard let relation = Self.relations.first(where: { bound.isKeyed($0.name) })?.relation,
          let limit = bound.numberText.flatMap({ try? Decimal($0) })
        else { continue }
        if let holds = Self.outcome(relation, limit, least: least, most: most) {
          let isByMembers = !least.isZero && Self.outcome(relation, limit, least: .zero, most: most) == nil
          log.report(
            holds ? .always(rule.id) : .never(rule.id), at: bound,
            remedy: isByMembers ? .nameGroup : nil)
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

  /// True where groups come into being by their members alone, so that the count of none is below one.
  ///
  /// `group` names the record type that gives a group to each of its records, with members or without.
  private static func seesMembersOnly(_ rule: JSONNode) -> Bool {
    rule["kind"]?.text == "aggregate" && rule["function"]?.text == "count" && rule["value"] == nil
      && rule["where"] == nil && !(rule["per"]?.elements.isEmpty ?? true) && rule["group"] == nil
  }

  private static let relations: [(name: Text, relation: Relation)] = [
    ("atLeast", .greaterOrEqual), ("moreThan", .greater), ("atMost", .lessOrEqual), ("lessThan", .less),
    ("equals", .equals),
  ]

  /// True where every measured value meets the limit, false where none does.
  private static func outcome(
    _ relation: Relation, _ limit: Decimal, least: Decimal, most: Decimal?
  ) -> Bool? {
    let low = relation.holds(least, limit)
    switch relation {
    case .greaterOrEqual, .greater:
      if low { return true }
      return most.map { relation.holds($0, limit) } ?? true ? nil : false
    case .lessOrEqual, .less:
      if !low { return false }
      return most.map { relation.holds($0, limit) } ?? false ? true : nil
    case .equals, .notEquals:
      return limit < least || most.map { $0 < limit } ?? false ? relation == .notEquals : nil
    }
  }
}

extension JSONNode {
  fileprivate func isKeyed(_ name: Text) -> Bool { key == name }
}

extension ReviewMessage {
  fileprivate static let nameGroup = ReviewMessage(
    "group-rule-decided.nameGroup",
    vi: "Nhóm không có thành viên nào thì không được xét: khai \"group\" là loại hồ sơ mà \"per\" là mã.",
    en:
      "A group without members is not looked at: name in \"group\" the record type that \"per\" is the key of."
  )
  fileprivate static let always = ReviewMessage(
    "group-rule-decided.always",
    vi: "Nhóm nào cũng đạt giới hạn của {1:quoted}.",
    en: "Every group meets the limit of {1:quoted}.")
  fileprivate static let never = ReviewMessage(
    "group-rule-decided.never",
    vi: "Không nhóm nào đạt được giới hạn của {1:quoted}.",
    en: "No group can meet the limit of {1:quoted}.")
}
