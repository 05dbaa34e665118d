import CEL
import JSON

/// Reads the stored form of a pack.
struct StoredPackReader {
  /// True takes its expressions for sound and what is said of them for true; else they are checked again.
  let isTrusted: Bool
  /// Of a pack that is trusted: its formulas in the order in which they are met.
  let formulas: StoredFormulas
  /// By record type, as the environments.
  var nodes: [Text: SharedNodes] = [:]
  var schema = Schema()
  /// Rules name them by place.
  var templates: [MessageTemplate] = []
  var environments: [Text: Environment] = [:]

  mutating func pack(_ bytes: [UInt8], _ range: Range<Int>?) throws(StoredPackError) -> CompiledPack {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument.parse(bytes, in: range)
    } catch {
      throw .json(error)
    }
    return try pack(document.root)
  }

  private mutating func pack(_ root: JSONNode) throws(StoredPackError) -> CompiledPack {
    guard root["binhxet"]?.int64 == CompiledPack.storedVersion else {
      throw .version(root["binhxet"]?.int64)
    }
    schema = try readSchema(root)
    var parameters: [Parameter] = []
    for node in try root.member("parameters").elements { parameters.append(try parameter(node)) }
    let environment = PackEnvironment(
      schema: schema, parameters: parameters, scores: try scoreSignatures(root))
    environments[""] = environment.constants
    for name in try readTypes(root) where schema.recordTypes[name] != nil {
      environments[name] = environment.environment(on: name, readsAsOf: true, displays: true)
      nodes[name] = SharedNodes()
    }
    templates = try readTemplates(root)
    var rules: [CompiledRule] = []
    for node in try root.member("rules").elements { rules.append(try rule(node)) }
    var populationRules: [CompiledPopulationRule] = []
    for node in try root.member("populationRules").elements {
      populationRules.append(try populationRule(node))
    }
    let counts = StoredCounts(
      rules: rules.count, populationRules: populationRules.count, awards: try root.member("awards").count)
    var awards: [CompiledAward] = []
    for node in try root.member("awards").elements { awards.append(try award(node, counts)) }
    var scores: [CompiledScore] = []
    for node in try root.member("scores").elements {
      scores.append(try score(node, ruleCount: rules.count))
    }
    var checked: [RecordType] = []
    for name in try root.texts("checked") {
      guard let type = schema.recordTypes[name] else { throw root.failure("checked") }
      checked.append(type)
    }
    return CompiledPack(
      id: try root.text("pack"), version: try root.text("version"),
      title: try root.member("title").localized(), period: try root.span("period"),
      timeZoneOffset: Int32(clamping: try root.int("timeZoneOffset")), lawDate: try lawDate(root),
      sources: try sources(root), notices: try notices(root), parameters: parameters,
      choices: try choices(root), schema: schema, recordTypes: checked, rules: rules, awards: awards,
      units: try titles(root, "units"), populationRules: populationRules, scores: scores,
      authorities: try titles(root, "authorities"), register: try register(root))
  }

  /// The record types that expressions are read on.
  private func readTypes(_ root: JSONNode) throws(StoredPackError) -> Set<Text> {
    var names: Set<Text> = []
    for parts in [
      try root.member("rules"), try root.member("awards"), try root.member("populationRules"),
      try root.member("scores"),
    ] {
      for part in parts.elements { names.insert(try part.text("on")) }
    }
    return names
  }

  private func titles(_ root: JSONNode, _ name: StaticString) throws(StoredPackError) -> [Text: LocalizedText]
  {
    var titles: [Text: LocalizedText] = [:]
    for title in try root.member(name).members { titles[title.key ?? ""] = try title.localized() }
    return titles
  }

  private func lawDate(_ root: JSONNode) throws(StoredPackError) -> CompiledPack.LawDate {
    if let field = root["lawDateField"]?.text { return .field(field) }
    return .day(try root.date("lawDate"))
  }

  private func sources(_ root: JSONNode) throws(StoredPackError) -> [CompiledPack.Source] {
    var sources: [CompiledPack.Source] = []
    for node in try root.member("sources").elements {
      sources.append(
        CompiledPack.Source(
          key: try node.text("key"), title: try node.member("title").localized(),
          issuer: node["issuer"]?.text, number: node["number"]?.text, issued: node["issued"]?.text))
    }
    return sources
  }

  private func notices(_ root: JSONNode) throws(StoredPackError) -> [CompiledPack.Notice] {
    var notices: [CompiledPack.Notice] = []
    for node in try root.member("notices").elements {
      notices.append(
        CompiledPack.Notice(from: try node.date("from"), text: try node.member("text").localized()))
    }
    return notices
  }

  private func choices(_ root: JSONNode) throws(StoredPackError) -> [CompiledPack.Choice] {
    var choices: [CompiledPack.Choice] = []
    for node in try root.member("choices").elements {
      choices.append(
        CompiledPack.Choice(
          rule: try node.text("rule"), title: try node.member("title").localized(),
          isEnabled: node.flag("enabled", default: false)))
    }
    return choices
  }
}

extension CompiledPack {
  /// Reads what `stored` wrote.
  ///
  /// - Parameters:
  ///   - range: the part that was written; nil for all.
  ///   - references: what `storedReferences` made of the same bytes, where they are trusted.
  ///   - isTrusted: true for what this program wrote itself and nobody else can have changed: its expressions are
  ///   read when they are first needed, and one that isn't sound is an error value wherever it is evaluated.
  public init(
    stored bytes: [UInt8], in range: Range<Int>? = nil, references: ArraySlice<UInt8> = [],
    isTrusted: Bool = false
  ) throws(StoredPackError) {
    var reader = StoredPackReader(isTrusted: isTrusted, formulas: StoredFormulas(references))
    self = try reader.pack(bytes, range)
  }

  /// What the formulas of a stored pack stand for, node by node, so that it can be read again without checking them.
  ///
  /// - Parameter bytes: what `stored` wrote.
  public static func storedReferences(_ bytes: [UInt8]) throws(StoredPackError) -> [UInt8] {
    var reader = StoredPackReader(isTrusted: true, formulas: StoredFormulas())
    _ = try reader.pack(bytes, nil)
    return reader.formulas.references
  }
}
