import CEL
import JSON

/// Everything that the files of a pack declare, in order of reading, each name once.
struct Declarations {
  private(set) var enums: [Declaration] = []
  private(set) var units: [Declaration] = []
  private(set) var recordTypes: [Declaration] = []
  private(set) var sources: [Declaration] = []
  private(set) var parameters: [Declaration] = []
  private(set) var rules: [Declaration] = []
  private(set) var awards: [Declaration] = []
  private(set) var scores: [Declaration] = []
  private(set) var authorities: [Declaration] = []
  /// The registers of past decisions; a pack has one.
  private(set) var registers: [Declaration] = []

  /// The kinds that rules may be of: the loader's and the templates of the files.
  let registry: KindRegistry
  /// The template kinds of the files, sorted by name.
  let templates: [KindDescription]

  private let log: DefectLog
  private let validator: ShapeValidator
  private let brokenTemplates: Set<Text>

  init(_ layers: [PackLayer], registry: KindRegistry, log: DefectLog) {
    self.log = log
    let nodes = layers.flatMap(\.files).flatMap { $0["kinds"].map { Array($0.elements) } ?? [] }
    let reader = TemplateReader(nodes, registry: registry, log: log)
    let kinds = reader.registry
    self.registry = kinds
    templates = kinds.names.filter { registry[$0] == nil }.compactMap(kinds.description)
    brokenTemplates = reader.broken
    validator = ShapeValidator(log: log)
    for (index, layer) in layers.enumerated() {
      add(manifest: layer.manifest, layer: index)
      for file in layer.files { add(file: file, layer: index) }
    }
    rejectDuplicates()
  }

  /// What units of measure are called.
  var unitTitles: [Text: LocalizedText] { Self.titles(units) }

  /// What those who decide on awards are called.
  var authorityTitles: [Text: LocalizedText] { Self.titles(authorities) }

  private static func titles(_ declarations: [Declaration]) -> [Text: LocalizedText] {
    var titles: [Text: LocalizedText] = [:]
    for declaration in declarations { titles[declaration.name] = declaration.node.localized }
    return titles
  }

  private mutating func add(manifest root: JSONNode, layer: Int) {
    sources += entries(root["sources"], SourceForm.shape, layer)
    parameters += entries(root["parameters"], ParameterForm.shape, layer)
    for notice in root["notices"].map({ Array($0.elements) }) ?? [] {
      validator.validate(notice, as: .object(ManifestForm.notice), member: "notices")
    }
  }

  private mutating func add(file root: JSONNode, layer: Int) {
    if root.kind == .object, root["recordType"] != nil {
      add(recordType: root, layer)
      return
    }
    validator.validate(root, as: .object(RuleFileForm.outline), member: "rule file")
    enums += entries(root["enums"], EnumForm.shape, layer)
    units += entries(root["units"], layer)
    parameters += entries(root["parameters"], ParameterForm.shape, layer)
    scores += entries(root["scores"], ScoreForm.shape, layer)
    authorities += entries(root["authorities"], layer)
    if let register = root["register"] {
      let isSound = validator.validate(register, as: .object(RegisterForm.shape), member: "register")
      registers.append(Declaration(name: "register", node: register, layer: layer, isSound: isSound))
    }
    for node in elements(root["recordTypes"]) { add(recordType: node, layer) }
    for node in elements(root["rules"]) { add(rule: node, layer) }
    for node in elements(root["awards"]) {
      let isSound = validator.validate(node, as: .object(AwardForm.shape), member: "award")
      add(node, named: "id", isSound, layer, to: \.awards)
    }
  }

  private mutating func add(recordType node: JSONNode, _ layer: Int) {
    let isSound = validator.validate(node, as: .object(RecordTypeForm.shape), member: "record type")
    add(node, named: "recordType", isSound, layer, to: \.recordTypes)
  }

  /// A rule is held against the common members and those of its kind in one go, so that each member is known.
  private mutating func add(rule node: JSONNode, _ layer: Int) {
    let isSound: Bool
    if let kind = node["kind"]?.text {
      if let plugin = registry[kind] {
        isSound = validator.validate(node, as: plugin.ruleShape)
      } else if brokenTemplates.contains(kind) {
        isSound = false
      } else {
        isSound = false
        let suggestion = Suggestion.nearest(to: kind, among: registry.names)
        if let place = node["kind"] { log.report(.unknownKind, at: place, [kind], suggestion: suggestion) }
      }
    } else {
      isSound = validator.validate(node, as: .object(RuleForm.shape), member: "rule")
    }
    add(node, named: "id", isSound, layer, to: \.rules)
  }

  private mutating func add(
    _ node: JSONNode, named member: Text, _ isSound: Bool, _ layer: Int,
    to list: WritableKeyPath<Declarations, [Declaration]>
  ) {
    guard let name = node[member]?.text, !name.isEmpty else { return }
    self[keyPath: list].append(Declaration(name: name, node: node, layer: layer, isSound: isSound))
  }

  /// The members of a dictionary as declarations.
  private func entries(_ node: JSONNode?, _ shape: ObjectShape, _ layer: Int) -> [Declaration] {
    guard let node, node.kind == .object else { return [] }
    return node.members.map { entry in
      Declaration(
        name: entry.key ?? "", node: entry, layer: layer,
        isSound: validator.validate(entry, as: .object(shape), member: shape.name))
    }
  }

  /// The members of a dictionary whose shape has been looked at.
  private func entries(_ node: JSONNode?, _ layer: Int) -> [Declaration] {
    guard let node, node.kind == .object else { return [] }
    return node.members.map {
      Declaration(name: $0.key ?? "", node: $0, layer: layer, isSound: $0.kind == .object)
    }
  }

  private func elements(_ node: JSONNode?) -> [JSONNode] { node.map { Array($0.elements) } ?? [] }

  /// Keeps the first declaration of a name; a rule of a layer above may have the id of the one that it replaces.
  private mutating func rejectDuplicates() {
    enums = unique(enums, "enum")
    units = unique(units, "unit")
    recordTypes = unique(recordTypes, "recordType", at: "recordType")
    sources = unique(sources, "source")
    parameters = unique(parameters, "parameter")
    rules = unique(rules, "rule", at: "id") { later, first in
      later.layer > first.layer && later.node["replaces"]?.text == later.name
    }
    awards = unique(awards, "award", at: "id")
    scores = unique(scores, "score")
    authorities = unique(authorities, "authority")
    registers = unique(registers, "register")
  }

  private func unique(
    _ declarations: [Declaration], _ what: Text, at member: Text? = nil,
    unless isLegal: (_ later: Declaration, _ first: Declaration) -> Bool = { _, _ in false }
  ) -> [Declaration] {
    var first: [Text: Declaration] = [:]
    return declarations.filter { declaration in
      guard let earlier = first[declaration.name], !isLegal(declaration, earlier) else {
        first[declaration.name] = declaration
        return true
      }
      if let member, let place = declaration.node[member], let other = earlier.node[member] {
        log.report(.duplicate, at: place, [what, declaration.name], related: other)
      } else {
        log.report(.duplicate, atKey: declaration.node, [what, declaration.name], related: earlier.node)
      }
      return false
    }
  }
}
