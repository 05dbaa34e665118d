import CEL
import Evaluator
import JSON

extension PackLoader {
  /// Loads the pack in a folder and keeps it open, so that its declarations can be looked at and tried in other words.
  ///
  /// - Returns: no open pack where there is a defect.
  public func open(
    folder: String, options: LoadOptions = LoadOptions()
  ) -> (open: OpenPack?, loading: PackLoading) {
    guard let place = PackPlace(folder) else { return (nil, load(folder: folder, options: options)) }
    return open(manifest: place.manifest, from: place.files, options: options)
  }

  /// The same for the pack whose manifest has a path within a rules folder.
  public func open(
    manifest: Text, from files: any PackFileSource, options: LoadOptions = LoadOptions()
  ) -> (open: OpenPack?, loading: PackLoading) {
    let log = DefectLog()
    var reader = LayerReader(files, log)
    reader.readLayer(manifest)
    let built = build(reader.layers, options, log)
    let loading = loading(built?.pack, log)
    guard let built, let pack = loading.pack else { return (nil, loading) }
    let declarations = declared(
      built.declarations, built.rules, built.compiled, built.order, topLayer: reader.layers.count - 1, log)
    let populations = declared(
      built.declarations, built.rules, built.compiled, built.order, topLayer: reader.layers.count - 1, log,
      ofPopulations: true)
    let open = OpenPack(
      pack: pack, declarations: declarations, populationDeclarations: populations, workshop: built.workshop,
      templates: built.declarations.templates)
    return (open, loading)
  }

  /// What came of a load; a pack with a defect is none.
  func loading(_ pack: CompiledPack?, _ log: DefectLog) -> PackLoading {
    let defects = log.sorted(log.defects)
    return PackLoading(
      pack: defects.isEmpty ? pack : nil, defects: defects, warnings: log.sorted(log.warnings))
  }

  func declared(
    _ declarations: Declarations, _ rules: RuleSet, _ compiled: CompiledRules, _ awards: AwardOrder,
    topLayer: Int, _ log: DefectLog, ofPopulations: Bool = false
  ) -> [PackDeclaration] {
    func declared(
      _ declaration: Declaration, _ sort: PackDeclaration.Sort, _ shape: ObjectShape, _ place: Int?,
      isEnabled: Bool = true
    ) -> PackDeclaration {
      PackDeclaration(
        sort: sort, name: declaration.name, node: declaration.node,
        file: log.file(of: declaration.node) ?? "", isOwn: declaration.layer == topLayer,
        isEnabled: isEnabled, place: place, shape: shape)
    }
    let parameters = declarations.parameters.enumerated().map {
      declared($1, .parameter, ParameterForm.shape, $0)
    }
    var ruled: [PackDeclaration] = []
    for (index, entry) in rules.entries.enumerated() where compiled.isPopulation[index] == ofPopulations {
      let plugin = entry.declaration.node["kind"]?.text.flatMap { declarations.registry[$0] }
      ruled.append(
        declared(
          entry.declaration, .rule, plugin?.ruleShape ?? RuleForm.shape, compiled.leaves[index]?.rule,
          isEnabled: entry.isEnabled))
    }
    let awarded = declarations.awards.map {
      declared($0, .award, AwardForm.shape, awards.places[$0.name])
    }
    return ofPopulations ? ruled : parameters + ruled + awarded
  }
}
