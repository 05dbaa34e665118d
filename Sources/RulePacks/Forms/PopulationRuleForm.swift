import CEL
import Evaluator
import JSON

/// The members that every rule on many records has, whatever its kind.
enum PopulationRuleForm {
  static let shape = ObjectShape(
    "rule", doc: RuleForm.shape.doc,
    members: RuleForm.shape.members.filter { !["due", "whenMissing", "points"].contains($0.name) } + [
      .init("per", RosterForm.groupKeys, vi: "Xét riêng theo", en: "Groups that it looks at, one by one"),
      .init(
        "group", .name, vi: "Loại hồ sơ mà per là mã của nó",
        en: "Record type whose key the groups are named by"
      ),
    ])
}
