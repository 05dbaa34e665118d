import CEL
import Evaluator
import JSON
import RulePacks

/// A source that nothing cites.
struct UnusedSourceRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-source", .warning,
    title: LocalizedText(
      vi: "Văn bản không được viện dẫn",
      en: "Unused source"),
    what: LocalizedText(
      vi: "Văn bản khai báo trong \"sources\" mà không quy tắc, danh hiệu nào viện dẫn.",
      en: "A source is declared and neither a rule nor an award cites it."),
    why: LocalizedText(
      vi: "Hoặc thiếu quy tắc, hoặc thiếu viện dẫn.",
      en: "Either rules are missing or their citations are."),
    avoid: #""sources": { "decree": … }   (cited nowhere)"#,
    prefer: #""cites": ["decree#5"]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let awards = pack.inspection.awards.map(\.node)
    let nodes =
      pack.inspection.rules.map(\.node) + awards + awards.flatMap { $0["quotas"]?.elements.map(\.self) ?? [] }
    var cited = Set(nodes.flatMap { $0["cites"]?.elements.compactMap(\.text) ?? [] }.map(\.sourceKey))
    for trace in pack.inspection.traces { if let source = trace["source"]?.text { cited.insert(source) } }
    for source in pack.inspection.sources where pack.isOwn(source.node) && !cited.contains(source.name) {
      log.report(.unused(source.name), at: source.node, atKey: true)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-source.unused",
    vi: "Không quy tắc, danh hiệu nào viện dẫn văn bản {1:quoted}.",
    en: "Neither a rule nor an award cites source {1:quoted}.")
}
