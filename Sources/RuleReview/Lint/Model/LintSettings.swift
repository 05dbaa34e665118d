import JSON
import RulePacks

/// What the manifests of a pack say of lint rules: `"lint": { "RULE": "off" }`.
struct LintSettings {
  /// By id of the lint rule; the highest layer speaks.
  private var entries: [Text: Text] = [:]

  init(_ inspection: PackInspection) {
    for layer in inspection.layers {
      for member in layer.manifest["lint"].map({ Array($0.members) }) ?? [] {
        if let key = member.key, let value = member.text { entries[key] = value }
      }
    }
  }

  /// Nil where the rule is off.
  func severity(of rule: ReviewRuleDescription) -> ReviewSeverity? {
    guard let entry = entries[rule.id] else { return rule.isOptIn ? nil : rule.severity }
    return ReviewSeverity(entry)
  }
}
