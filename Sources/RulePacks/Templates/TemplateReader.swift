import CEL
import JSON

/// Reads the template kinds of a pack into a registry.
struct TemplateReader {
  private let log: DefectLog
  private let builtIn: KindRegistry
  private var templates: [Text: Template] = [:]
  private var order: [Text] = []
  private var kinds: [Text: Resolved] = [:]
  /// Names of templates that a defect was reported of: rules of such a kind are not reported again.
  private(set) var broken: Set<Text> = []

  private struct Resolved {
    let kind: ErasedKind
    let basis: [JSONNode]
  }

  /// - Parameter nodes: the entries of `kinds` of all files, in order of reading.
  init(_ nodes: [JSONNode], registry: KindRegistry, log: DefectLog) {
    self.log = log
    builtIn = registry
    for node in nodes { declare(node) }
    var path: [Text] = []
    for name in order { _ = resolve(name, &path) }
  }

  /// The given kinds and the templates.
  var registry: KindRegistry { builtIn.adding(order.compactMap { kinds[$0]?.kind }) }

  private mutating func declare(_ node: JSONNode) {
    guard let template = Template(node, log) else {
      if let name = node["kind"]?.text { broken.insert(name) }
      return
    }
    if let first = templates[template.name] {
      log.report(.duplicate, at: node["kind"] ?? node, ["kind", template.name], related: first.node["kind"])
    } else if builtIn[template.name] != nil {
      log.report(.builtInKind, at: node["kind"] ?? node, [template.name])
    } else {
      templates[template.name] = template
      order.append(template.name)
    }
  }

  /// The kind of a name, its basis resolved before it; nil where there is none that works.
  private mutating func resolve(_ name: Text, _ path: inout [Text]) -> Resolved? {
    if let known = builtIn[name] { return Resolved(kind: known, basis: []) }
    if let known = kinds[name] { return known }
    guard !broken.contains(name), let template = templates[name] else { return nil }
    if let start = path.firstIndex(of: name) {
      let names = path[start...].map(\.string) + [name.string]
      log.report(.templateCycle, at: template.kind, [Text(names.joined(separator: " → "))])
      broken.formUnion(path[start...])
      return nil
    }
    path.append(name)
    defer { path.removeLast() }
    let kind = template.kind.text ?? ""
    let target = resolve(kind, &path)
    guard let target, template.isSound(target.kind, log) else {
      if target == nil, !broken.contains(kind), templates[kind] == nil {
        let suggestion = Suggestion.nearest(to: kind, among: builtIn.names + order)
        log.report(.unknownKind, at: template.kind, [kind], suggestion: suggestion)
      }
      broken.insert(name)
      return nil
    }
    let basis = target.basis + [template.node]
    let resolved = Resolved(kind: template.erased(target.kind, basis: basis), basis: basis)
    kinds[name] = resolved
    return resolved
  }
}
