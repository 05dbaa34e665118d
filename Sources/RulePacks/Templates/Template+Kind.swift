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
    switch target.compile {
    case .record(let compile):
      return ErasedKind(
        description: description,
        compile: .record { rule, context in
          try expand(rule, target, context) { root, inner in
            var check = try compile(root, inner)
            if let node = root["due"], let text = try? ExpressionText(node) {
              check.due = inner.date(text, in: inner.compilers.due).formula ?? check.due
            }
            check.messages.reword(by: root["message"], context.log)
            return check
          }
        })
    case .population(let compile):
      return ErasedKind(
        description: description.onMany,
        compile: .population { rule, context in
          try expand(rule, target, context) { root, inner in
            var check = try compile(root, inner)
            check.messages.reword(by: root["message"], context.log, names: Placeholder.groupNames)
            return check
          }
        })
    }
  }

  /// Compiles what a rule of the template stands for.
  private func expand<Check>(
    _ rule: JSONNode, _ target: ErasedKind, _ context: CompileContext,
    _ compile: (JSONNode, CompileContext) throws -> Check
  ) throws -> Check {
    guard let expansion = TemplateExpansion(self, rule: rule) else { throw CompileContext.Broken() }
    context.log.register(expansion)
    let inner = context.reading(expansion.root)
    defer { if inner.isBroken { context.markBroken() } }
    guard ShapeValidator(log: context.log).validate(expansion.root, as: target.ruleShape) else {
      inner.markBroken()
      throw CompileContext.Broken()
    }
    return try compile(expansion.root, inner)
  }
}
