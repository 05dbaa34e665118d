import CEL
import Evaluator
import JSON

/// Turns scores into sums over compiled rules.
struct ScoreBuilder {
  let rules: RuleSet
  let compiled: CompiledRules
  let builder: RuleBuilder
  let log: DefectLog

  /// What expressions must know of scores, before any rule is compiled.
  static func signatures(_ declarations: [Declaration]) -> [ScoreSignature] {
    declarations.map { ScoreSignature(name: $0.name, on: $0.node["on"]?.text ?? "") }
  }

  /// - Returns: nil where a defect was reported.
  func score(_ declaration: Declaration) -> CompiledScore? {
    let node = declaration.node
    let count = log.defects.count
    guard declaration.isSound, let on = builder.recordType(node["on"]),
      let environment = builder.compilers[on.name]?.plain
    else { return nil }
    let parts = node["parts"].map {
      $0.elements.compactMap { part($0, declaration.name, on.name, environment) }
    }
    let range = range(node, environment)
    guard log.defects.count == count else { return nil }
    return CompiledScore(
      name: declaration.name, on: on.name, title: node["title"]?.localized ?? LocalizedText(vi: "", en: ""),
      parts: parts ?? [], range: range)
  }

  private func part(
    _ node: JSONNode, _ score: Text, _ type: Text, _ environment: ExpressionCompiler
  ) -> CompiledScore.Part? {
    let content: CompiledScore.Content
    if let value = node["value"] {
      guard let formula = number(value, environment) else { return nil }
      content = .value(formula)
    } else if let ids = node["rules"] {
      content = .rules(ids.elements.compactMap { rule($0, type) })
    } else {
      content = .rules(every(node["every"], type))
    }
    return CompiledScore.Part(
      content: content, weight: node["weight"].flatMap { number($0, environment) },
      range: range(node, environment))
  }

  private func range(_ node: JSONNode, _ environment: ExpressionCompiler) -> CompiledScore.Range {
    CompiledScore.Range(
      atLeast: node["atLeast"].flatMap { number($0, environment) },
      atMost: node["atMost"].flatMap { number($0, environment) })
  }

  /// A number that is no score itself: scores are made of findings alone.
  private func number(_ node: JSONNode, _ environment: ExpressionCompiler) -> Formula? {
    guard let formula = ExpressionBuilder(log: log).number(node, in: environment) else { return nil }
    if formula.readsScores {
      log.report(.scoreCycle, at: node, [formula.text])
      return nil
    }
    return formula
  }

  /// A rule with points on the score's record type.
  private func rule(_ node: JSONNode, _ type: Text) -> Int? {
    guard let id = node.text, let place = rules.place(of: id, at: node) else { return nil }
    let entry = rules.entries[place]
    if let on = entry.declaration.node["on"]?.text, on != type {
      log.report(.ruleOnOtherType, at: node, [id, on, type], related: entry.declaration.node["on"])
      return nil
    }
    if entry.declaration.node["points"] == nil {
      log.report(.noPoints, at: node, [id], related: entry.declaration.node["id"])
      return nil
    }
    // A rule that is off adds nothing.
    guard let compiledPlace = compiled.leaves[place]?.rule else { return nil }
    if compiled.rules[compiledPlace].readsScores {
      log.report(.scoreCycle, at: node, [id], related: entry.declaration.node["id"])
      return nil
    }
    return compiledPlace
  }

  /// Every rule of a selection that has points and reads no score.
  private func every(_ node: JSONNode?, _ type: Text) -> [Int] {
    let severity = node?["severity"]?.text.flatMap(Severity.init)
    return compiled.rules.indices.filter { place in
      let rule = compiled.rules[place]
      return rule.on == type && rule.points != nil && !rule.readsScores
        && (severity == nil || rule.severity == severity)
    }
  }
}

extension CompiledRule {
  /// True where its outcome or its points depend on a score.
  fileprivate var readsScores: Bool {
    (check.formulas + (points?.formulas ?? [])).contains { $0.readsScores }
  }
}
