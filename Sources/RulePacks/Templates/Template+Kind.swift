import CEL
import Evaluator
import JSON

extension Template {
  /// The template as a kind like any other.
  ///
  /// - Parameters:
  ///   - target: the kind of its rule.
  ///   - basis: the templates that it rests on, itself last, as their files have them.
  func erased(_ target: ErasedKind, basis: [JSONNode]) -> ErasedKind {
    let whenMissing = body["whenMissing"]?.text.flatMap(Outcome.init) ?? target.description.whenMissing
    let description = KindDescription(
      name: name, title: node["title"]?.localized ?? LocalizedText(vi: name, en: name),
      doc: node["doc"]?.localized ?? LocalizedText(vi: name, en: name), members: parameters.map(\.member),
      whenMissing: whenMissing, readsAsOf: target.description.readsAsOf,
      examples: TemplateExamples(node, basis: basis).examples)
    return ErasedKind(
      description: description, ruleShape: RuleForm.shape.extended(by: description.shape),
      compile: { rule, context in try compile(rule, target, context) })
  }

  private func compile(_ rule: JSONNode, _ target: ErasedKind, _ context: CompileContext) throws -> Check {
    guard let expansion = TemplateExpansion(self, rule: rule) else { throw CompileContext.Broken() }
    context.log.register(expansion)
    let inner = context.reading(expansion.root)
    defer { if inner.isBroken { context.markBroken() } }
    guard ShapeValidator(log: context.log).validate(expansion.root, as: target.ruleShape) else {
      inner.markBroken()
      throw CompileContext.Broken()
    }
    var check = try target.compile(expansion.root, inner)
    if let node = expansion.root["due"], let text = try? ExpressionText(node) {
      check.due = inner.date(text, in: inner.compilers.due).formula ?? check.due
    }
    check.messages.reword(by: expansion.root["message"], context.log)
    return check
  }
}
