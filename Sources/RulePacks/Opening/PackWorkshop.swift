import CEL
import Evaluator
import JSON

/// What was built to compile the declarations of a pack, without the log of the load, so that it can be shared.
struct PackWorkshop: Sendable {
  let registry: KindRegistry
  let schema: Schema
  let checkedTypes: [Text: RecordType]
  let sources: Set<Text>
  let environments: [Text: RuleEnvironments]
  let recordTypeNames: Set<Text>
  let entries: [RuleSet.Entry]
  /// Places in `entries` by id, replaced ids among them.
  let rulePlaces: [Text: Int]
  let compiled: CompiledRules
  let awards: AwardOrder
  let hasRegister: Bool
  let authorities: Set<Text>
  let period: DateSpan

  /// Every name that a rule file may read is known, so a defect is the new text's own.
  func rule(_ node: JSONNode) -> CompiledRule? {
    let log = DefectLog()
    guard let plugin = node["kind"]?.text.flatMap({ registry[$0] }),
      ShapeValidator(log: log).validate(node, as: plugin.ruleShape), log.defects.isEmpty
    else { return nil }
    let rule = builder(log).rule(declaration(node, node["id"]?.text))
    return log.defects.isEmpty ? rule : nil
  }

  func populationRule(_ node: JSONNode) -> CompiledPopulationRule? {
    let log = DefectLog()
    guard let plugin = node["kind"]?.text.flatMap({ registry[$0] }),
      ShapeValidator(log: log).validate(node, as: plugin.ruleShape), log.defects.isEmpty
    else { return nil }
    let rule = builder(log).populationRule(declaration(node, node["id"]?.text))
    return log.defects.isEmpty ? rule : nil
  }

  func award(_ node: JSONNode) -> CompiledAward? {
    let log = DefectLog()
    guard ShapeValidator(log: log).validate(node, as: AwardForm.shape), log.defects.isEmpty else {
      return nil
    }
    let builder = AwardBuilder(
      rules: RuleSet(entries: entries, places: rulePlaces, log: log), compiled: compiled,
      awards: awards, hasRegister: hasRegister, builder: builder(log),
      authorities: authorities, log: log)
    let award = builder.award(declaration(node, node["id"]?.text))
    return log.defects.isEmpty ? award : nil
  }

  func parameter(_ node: JSONNode) -> Parameter? {
    let log = DefectLog()
    guard ShapeValidator(log: log).validate(node, as: ParameterForm.shape), log.defects.isEmpty else {
      return nil
    }
    let types = TypeReader(enums: schema.enumTypes.map(\.value), recordTypes: recordTypeNames, log: log)
    let builder = ParameterBuilder(
      [declaration(node, node.key)], types: types, period: period, settings: [], log: log)
    return log.defects.isEmpty ? builder.parameters.first : nil
  }

  var macros: Library.Macros { environments.values.first?.plain.macros ?? [] }

  private func declaration(_ node: JSONNode, _ name: Text?) -> Declaration {
    Declaration(name: name ?? "", node: node, layer: 0, isSound: true)
  }

  private func builder(_ log: DefectLog) -> RuleBuilder {
    RuleBuilder(
      registry: registry, schema: schema, checkedTypes: checkedTypes, sources: sources,
      environments: environments, log: log)
  }
}
