import Evaluator
import JSON

extension PackInspection {
  init(
    _ built: BuiltPack?, _ loading: PackLoading, _ layers: [PackLayer], traces: [JSONNode], log: DefectLog
  ) {
    self.loading = loading
    self.layers = layers.map { InspectedLayer(path: $0.path, manifest: $0.manifest, files: $0.files) }
    self.traces = traces
    self.log = log
    environments = built?.builder.environments ?? [:]
    let declarations = built?.declarations
    enums = declarations?.enums.map { InspectedDeclaration($0) } ?? []
    recordTypes = declarations?.recordTypes.map { InspectedDeclaration($0) } ?? []
    sources = declarations?.sources.map { InspectedDeclaration($0) } ?? []
    parameters = declarations?.parameters.map { InspectedDeclaration($0) } ?? []
    rules = built.map(Self.rules) ?? []
    awards =
      declarations.map { declarations in
        zip(declarations.awards, built?.compiledAwards ?? []).map {
          InspectedAward(declaration: InspectedDeclaration($0), compiled: $1)
        }
      } ?? []
  }

  private static func rules(_ built: BuiltPack) -> [InspectedRule] {
    built.rules.entries.enumerated().map { place, entry in
      let node = entry.declaration.node
      let shape = node["kind"]?.text.flatMap { built.builder.registry[$0] }?.ruleShape
      return InspectedRule(
        declaration: InspectedDeclaration(entry.declaration), isEnabled: entry.isEnabled,
        compiled: built.compiled.all[place], compiledOnMany: built.compiled.allOnMany[place],
        replaced: entry.replaced.map {
          InspectedRule.Replaced(
            declaration: InspectedDeclaration($0), compiled: built.builder.quietly.rule($0))
        }, expressions: ExpressionMembers.collect(node, shape ?? RuleForm.shape))
    }
  }
}

extension RuleBuilder {
  /// The same builder, whose reports nobody reads: for a rule that another has replaced.
  fileprivate var quietly: RuleBuilder {
    RuleBuilder(
      registry: registry, schema: schema, checkedTypes: checkedTypes, sources: sources,
      environments: environments, log: DefectLog())
  }
}
