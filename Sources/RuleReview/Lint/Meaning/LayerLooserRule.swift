import CEL
import Evaluator
import JSON
import RulePacks

/// A rule of a layer that lets pass what the replaced rule does not.
struct LayerLooserRule: LintRule {
  static let description = ReviewRuleDescription(
    "layer-looser", .warning,
    title: LocalizedText(
      vi: "Lớp trên nới lỏng quy tắc",
      en: "A layer looser than the one it extends"),
    what: LocalizedText(
      vi: "Quy tắc thay thế cho qua hồ sơ mà quy tắc bị thay không cho qua, hạ mức độ, hoặc tắt quy tắc.",
      en: "The replacing rule lets pass what the replaced one does not, weighs less, or is switched off."),
    why: LocalizedText(
      vi: "Cấp dưới chỉ được quy định chặt hơn cấp trên.",
      en: "A lower level may be stricter than the one above, not looser."),
    avoid: #""replaces": "cover", "atLeast": 60   (was 67.1)"#,
    prefer: #""replaces": "cover", "atLeast": 70"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.rules {
      guard let replaced = rule.inspected.replaced, let old = replaced.compiled, let new = rule.compiled
      else {
        continue
      }
      let node = rule.node["replaces"] ?? rule.idNode
      let related = replaced.declaration.node["id"].map { [$0] } ?? []
      if let reasoner = pack.reasoners[new.on], isLooser(rule, reasoner) {
        log.report(.looser(rule.id, replaced.declaration.name), at: node, related: related)
      } else if new.severity < old.severity {
        log.report(
          .lighter(rule.id, replaced.declaration.name, new.severity.name, old.severity.name), at: node,
          related: related)
      } else if !rule.inspected.isEnabled, replaced.declaration.node["enabled"]?.bool != false {
        log.report(.off(rule.id, replaced.declaration.name), at: node, related: related)
      }
    }
  }

  /// True where not surely every record that broke the old rule breaks the new one.
  private func isLooser(_ rule: ReviewedRule, _ reasoner: Reasoner) -> Bool {
    guard let old = rule.replaced, let violated = rule.violated else { return false }
    return !reasoner.implies(old.applies && old.requires.negated, violated)
  }
}

extension ReviewMessage {
  fileprivate static let looser = ReviewMessage(
    "layer-looser.looser",
    vi: "Quy tắc {1:quoted} cho qua hồ sơ mà {2:quoted} của lớp dưới không cho qua.",
    en: "Rule {1:quoted} lets pass records that {2:quoted} of the layer below does not.")
  fileprivate static let lighter = ReviewMessage(
    "layer-looser.lighter",
    vi: "Quy tắc {1:quoted} hạ mức độ của {2:quoted} từ {4} xuống {3}.",
    en: "Rule {1:quoted} lowers the severity of {2:quoted} from {4} to {3}.")
  fileprivate static let off = ReviewMessage(
    "layer-looser.off",
    vi: "Quy tắc {1:quoted} thay {2:quoted} mà lại đang tắt.",
    en: "Rule {1:quoted} replaces {2:quoted} and is switched off.")
}
