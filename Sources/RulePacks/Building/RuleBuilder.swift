import CEL
import Evaluator
import JSON

/// Compiles rules one by one.
struct RuleBuilder {
  let registry: KindRegistry
  let schema: Schema
  /// Record types that have a key, so that records of them are checked.
  let checkedTypes: [Text: RecordType]
  /// Keys of declared sources.
  let sources: Set<Text>
  /// By name of the record type, for every checked type.
  let environments: [Text: RuleEnvironments]
  let compilers: [Text: RuleCompilers]
  let log: DefectLog

  /// - Parameter compilers: those of another builder with the same environments, to share what it has compiled.
  init(
    registry: KindRegistry, schema: Schema, checkedTypes: [Text: RecordType], sources: Set<Text>,
    environments: [Text: RuleEnvironments], compilers: [Text: RuleCompilers]? = nil, log: DefectLog
  ) {
    self.registry = registry
    self.schema = schema
    self.checkedTypes = checkedTypes
    self.sources = sources
    self.environments = environments
    self.compilers = compilers ?? environments.mapValues(RuleCompilers.init)
    self.log = log
  }

  /// - Returns: nil where a defect was reported.
  func rule(_ declaration: Declaration) -> CompiledRule? {
    let node = declaration.node
    let count = log.defects.count
    checkCitations(node["cites"])
    let period = SpanForm.read(node["period"], log)
    guard let on = recordType(node["on"]), let compilers = compilers[on.name],
      let plugin = node["kind"]?.text.flatMap({ registry[$0] }), case .record(let compile) = plugin.compile
    else { return nil }
    let context = CompileContext(
      rule: node, schema: schema, recordType: on, compilers: compilers,
      readsAsOf: plugin.description.readsAsOf, log: log)
    let applies = node["when"].flatMap { condition($0, context) }
    let due = node["due"].flatMap { dueDay($0, context) }
    let points = points(node["points"], context)
    guard declaration.isSound, var check = check(node, plugin, context, compile) else { return nil }
    check.applies = applies
    check.due = due ?? check.due
    check.messages.reword(by: node["message"], log)
    guard log.defects.count == count else { return nil }
    return CompiledRule(
      id: declaration.name, kind: plugin.description.name, on: on.name,
      title: node["title"]?.localized ?? LocalizedText(vi: "", en: ""), cites: node["cites"]?.texts ?? [],
      severity: node["severity"]?.text.flatMap(Severity.init) ?? .mandatory,
      isUnverified: node["confidence"]?.text == "unverified",
      whenMissing: node["whenMissing"]?.text.flatMap(Outcome.init) ?? plugin.description.whenMissing,
      period: period, check: check, points: points)
  }

  /// Points where met, or by outcome; a number each.
  private func points(_ node: JSONNode?, _ context: CompileContext) -> Points? {
    func formula(_ node: JSONNode?) -> Formula? {
      node.flatMap { try? LimitText($0) }.flatMap { context.number($0).formula }
    }
    guard let node else { return nil }
    guard node.kind == .object else { return Points(satisfied: formula(node), violated: nil) }
    return Points(satisfied: formula(node["satisfied"]), violated: formula(node["violated"]))
  }

  /// A broken condition is reported by itself, so it doesn't silence the kind.
  func condition(_ node: JSONNode, _ context: CompileContext) -> Formula? {
    ExpressionBuilder(log: log).boolean(node, in: context.compilers.plain)
  }

  private func dueDay(_ node: JSONNode, _ context: CompileContext) -> Formula? {
    guard let text = try? ExpressionText(node) else { return nil }
    return context.date(text, in: context.compilers.due).formula
  }

  func check<Check>(
    _ node: JSONNode, _ plugin: ErasedKind, _ context: CompileContext,
    _ compile: (JSONNode, CompileContext) throws -> Check
  ) -> Check? {
    do {
      let check = try compile(node, context)
      return context.isBroken ? nil : check
    } catch let failure as DecodingFailure {
      context.report(.kindFailed, at: failure.node, [plugin.description.name, failure.reason])
    } catch is CompileContext.Broken {
      // Reported where it happened.
    } catch {
      context.report(.kindFailed, [plugin.description.name, Text("\(error)")])
    }
    return nil
  }

  /// The record type of a rule or award: one with a key.
  func recordType(_ node: JSONNode?) -> RecordType? {
    guard let node, let name = node.text else { return nil }
    if let type = checkedTypes[name] { return type }
    let suggestion = Suggestion.nearest(to: name, among: checkedTypes.keys)
    log.report(.unknownRecordType, at: node, [name], suggestion: suggestion)
    return nil
  }

  /// A citation names a declared source, and may name a place in it behind `#`.
  func checkCitations(_ node: JSONNode?) {
    for citation in node.map({ Array($0.elements) }) ?? [] {
      guard let text = citation.text else { continue }
      let key = Text(utf8: text.utf8.prefix { $0 != UInt8(ascii: "#") })
      if key.isEmpty || text.utf8.last == UInt8(ascii: "#") {
        log.report(.invalidCitation, at: citation, [text])
      } else if !sources.contains(key) {
        log.report(
          .unknownSource, at: citation, [key], suggestion: Suggestion.nearest(to: key, among: sources))
      }
    }
  }
}
