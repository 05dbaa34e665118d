import CEL
import Evaluator
import JSON
import RulePacks

/// An enum of the pack that nothing is of.
struct UnusedEnumRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-enum", .warning,
    title: LocalizedText(
      vi: "Danh mục không dùng",
      en: "Unused enum"),
    what: LocalizedText(
      vi: "Danh mục do gói khai báo mà không trường, tham số, biểu thức nào dùng.",
      en:
        "An enum that the pack declares is the type of no field and no parameter, and no expression names it."
    ),
    why: LocalizedText(
      vi: "Phần thừa làm người đọc tưởng còn quy tắc khác.",
      en: "What is left over makes a reader look for rules that are not there."),
    avoid: #""enums": { "weekday": … }   (of nothing)"#,
    prefer: #""type": "enum", "of": "weekday""#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    var used = Set(pack.inspection.parameters.compactMap { $0.node["of"]?.text })
    for type in pack.inspection.recordTypes {
      for field in type.node["fields"]?.members.map(\.self) ?? [] {
        if let name = field["of"]?.text ?? field["of"]?["of"]?.text { used.insert(name) }
      }
    }
    let named = Set(pack.expressions.flatMap(\.parts).compactMap { $0.name })
    for declaration in pack.inspection.enums
    where pack.isOwn(declaration.node) && !used.contains(declaration.name)
      && !named.contains(declaration.name)
    {
      log.report(.unused(declaration.name), at: declaration.node, atKey: true)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-enum.unused",
    vi: "Không có gì thuộc danh mục {1:quoted}.",
    en: "Nothing is of enum {1:quoted}.")
}
