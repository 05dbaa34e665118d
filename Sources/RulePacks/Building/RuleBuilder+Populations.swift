import CEL
import Evaluator
import JSON

extension RuleBuilder {
  /// A rule on many records.
  ///
  /// - Returns: nil where a defect was reported.
  func populationRule(_ declaration: Declaration) -> CompiledPopulationRule? {
    let node = declaration.node
    let count = log.defects.count
    checkCitations(node["cites"])
    guard let on = recordType(node["on"]), let compilers = compilers[on.name],
      let plugin = node["kind"]?.text.flatMap({ registry[$0] }),
      case .population(let compile) = plugin.compile
    else { return nil }
    let context = CompileContext(
      rule: node, schema: schema, recordType: on, compilers: compilers, readsAsOf: false, log: log)
    let filter = node["when"].flatMap { condition($0, context) }
    let groupBy = groupKeys(node["per"], compilers.plain)
    let group = node["group"].flatMap { groupType($0, keyCount: groupBy.count) }
    guard declaration.isSound, var check = check(node, plugin, context, compile) else { return nil }
    check.filter = filter
    check.groupBy = groupBy
    check.messages.reword(by: node["message"], log, names: Placeholder.groupNames)
    guard log.defects.count == count else { return nil }
    return CompiledPopulationRule(
      id: declaration.name, kind: plugin.description.name, on: on.name, group: group,
      title: node["title"]?.localized ?? LocalizedText(vi: "", en: ""), cites: node["cites"]?.texts ?? [],
      severity: node["severity"]?.text.flatMap(Severity.init) ?? .mandatory,
      isUnverified: node["confidence"]?.text == "unverified", period: SpanForm.read(node["period"], log),
      check: check)
  }

  /// The texts that together name a group.
  func groupKeys(_ node: JSONNode?, _ environment: ExpressionCompiler) -> [GroupKey] {
    var keys: [GroupKey] = []
    for element in node.map({ Array($0.elements) }) ?? [] {
      guard let formula = ExpressionBuilder(log: log).key(element, in: environment) else { continue }
      keys.append(
        GroupKey(
          name: formula.text.isPlain ? formula.text : Text("group\(keys.count + 1)"), value: formula))
    }
    return keys
  }

  /// The record type whose key the groups are named by.
  private func groupType(_ node: JSONNode, keyCount: Int) -> Text? {
    guard let type = recordType(node) else { return nil }
    if type.key.count == keyCount { return type.name }
    log.report(.keyCountDiffers, at: node, [Text("\(keyCount)"), Text("\(type.key.count)"), type.name])
    return nil
  }
}
