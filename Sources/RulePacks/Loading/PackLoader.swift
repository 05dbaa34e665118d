import CEL
import Evaluator
import JSON

/// Reads a pack from its files: everything is named, checked and planned, and every defect is told.
public struct PackLoader: Sendable {
  public let registry: KindRegistry
  /// Bounds on each expression of a pack.
  public let limits: Environment.Limits

  public init(registry: KindRegistry = .builtIn, limits: Environment.Limits = Environment.Limits()) {
    self.registry = registry
    self.limits = limits
  }

  /// Loads the pack in a folder; its files may stand anywhere below the folder around it, the rules folder.
  ///
  /// - Parameter folder: the path of the folder, or of the `pack.json` in it.
  public func load(folder: String, options: LoadOptions = LoadOptions()) -> PackLoading {
    guard let place = PackPlace(folder) else {
      return PackLoading(pack: nil, defects: [PackDefect(.fileNotFound, [Text(folder)])], warnings: [])
    }
    return load(manifest: place.manifest, from: place.files, options: options)
  }

  /// Loads the pack whose manifest has a path within a rules folder.
  public func load(
    manifest: Text, from files: any PackFileSource, options: LoadOptions = LoadOptions()
  ) -> PackLoading {
    open(manifest: manifest, from: files, options: options).loading
  }

  func build(_ layers: [PackLayer], _ options: LoadOptions, _ log: DefectLog) -> BuiltPack? {
    guard let top = layers.last else { return nil }
    let declarations = Declarations(layers, registry: registry, log: log)
    let header = Header(layers, log: log)
    let model = SchemaBuilder(declarations, log: log)
    let parameters = ParameterBuilder(
      declarations.parameters, types: model.types, period: header.period, settings: options.set, log: log)
    let schema = Schema(recordTypes: model.recordTypes, enumTypes: parameters.typeReader.enumList)
    let checkedTypes = model.recordTypes.filter { !$0.key.isEmpty }
    let environment = PackEnvironment(
      schema: schema, parameters: parameters.parameters, scores: ScoreBuilder.signatures(declarations.scores),
      limits: limits)
    let builder = RuleBuilder(
      registry: declarations.registry, schema: schema, checkedTypes: checkedTypes.byName,
      sources: Set(declarations.sources.map(\.name)),
      environments: checkedTypes.byName.mapValues { RuleEnvironments(environment, on: $0.name) }, log: log)

    let rules = RuleSet(declarations.rules, header: header, options: options, log: log)
    let compiled = CompiledRules(rules, builder)
    let scoreBuilder = ScoreBuilder(rules: rules, compiled: compiled, builder: builder, log: log)
    let scores = declarations.scores.compactMap(scoreBuilder.score)
    let register = declarations.registers.first.flatMap {
      $0.isSound ? RegisterForm.read($0.node, checkedTypes, log) : nil
    }
    let order = AwardOrder(declarations.awards, log: log)
    let awardBuilder = AwardBuilder(
      rules: rules, compiled: compiled, awards: order, hasRegister: !declarations.registers.isEmpty,
      builder: builder, authorities: Set(declarations.authorities.map(\.name)), log: log)
    let awards = order.sorted.map(awardBuilder.award)
    let judged = compiled.types.union(awards.compactMap { $0?.on })
    let lawDate = header.lawDate(
      of: checkedTypes.filter { judged.contains($0.name) }, manifest: top.manifest, log: log)
    let pack = CompiledPack(
      id: header.id, version: header.version, title: header.title, period: header.period,
      timeZoneOffset: header.timeZoneOffset, lawDate: lawDate,
      sources: declarations.sources.map { SourceForm.read($0.node) }, notices: header.notices,
      parameters: parameters.parameters, choices: rules.choices, schema: schema, recordTypes: checkedTypes,
      rules: compiled.rules, awards: awards.compactMap { $0 }, units: declarations.unitTitles,
      populationRules: compiled.populationRules, scores: scores, authorities: declarations.authorityTitles,
      register: register)
    let workshop = PackWorkshop(
      registry: declarations.registry, schema: schema, checkedTypes: builder.checkedTypes,
      sources: builder.sources,
      environments: builder.environments,
      recordTypeNames: model.types.recordTypes, entries: rules.entries, rulePlaces: rules.places,
      compiled: compiled, awards: order, hasRegister: awardBuilder.hasRegister,
      authorities: awardBuilder.authorities, period: header.period)
    return BuiltPack(
      pack: pack, declarations: declarations, rules: rules, compiled: compiled, order: order,
      compiledAwards: declarations.awards.map { declaration in
        order.places[declaration.name].flatMap { awards[$0] }
      }, builder: builder, workshop: workshop)
  }
}

extension [RecordType] {
  /// Of two with the same name, which was reported, the first.
  fileprivate var byName: [Text: RecordType] {
    Dictionary(map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
