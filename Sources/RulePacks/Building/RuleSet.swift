import CEL
import Evaluator
import JSON

/// The rules of all layers after replacement, with the choices of the committee.
struct RuleSet {
  struct Entry: Sendable {
    let declaration: Declaration
    /// Nil where nothing can be chosen.
    let choice: Bool?
    /// The rule of a layer below in whose place it stands.
    let replaced: Declaration?

    var isEnabled: Bool { choice ?? true }
  }

  private(set) var entries: [Entry] = []
  /// Places in `entries` by id; the id of a replaced rule leads to the one that replaces it.
  private(set) var places: [Text: Int] = [:]
  /// What was replaced, by place; of several layers the lowest.
  private var origins: [Int: Declaration] = [:]
  private let log: DefectLog

  init(_ declarations: [Declaration], header: Header, options: LoadOptions, log: DefectLog) {
    self.log = log
    let rules = replaced(declarations)
    let chosen = choices(rules, header, options)
    entries = rules.enumerated().map { place, declaration in
      Entry(
        declaration: declaration, choice: chosen[place] ?? declaration.node["enabled"]?.bool,
        replaced: origins[place])
    }
  }

  /// The rules of a pack that has been read, with another log.
  init(entries: [Entry], places: [Text: Int], log: DefectLog) {
    self.entries = entries
    self.places = places
    self.log = log
  }

  /// The rule that an id names; reported with the nearest one where there is none.
  func place(of id: Text, at node: JSONNode) -> Int? {
    if let place = places[id] { return place }
    log.report(.unknownRule, at: node, [id], suggestion: Suggestion.nearest(to: id, among: places.keys))
    return nil
  }

  /// Each choice and how it stands, by id.
  var choices: [CompiledPack.Choice] {
    entries.compactMap { entry in
      entry.choice.map {
        CompiledPack.Choice(
          rule: entry.declaration.name,
          title: entry.declaration.node["title"]?.localized ?? LocalizedText(vi: "", en: ""), isEnabled: $0)
      }
    }.sorted { $0.rule < $1.rule }
  }

  /// Each rule once, a replacing one in the place of the one that it replaces.
  private mutating func replaced(_ declarations: [Declaration]) -> [Declaration] {
    var rules: [Declaration] = []
    // Ids of the layer itself are known before its replacements are read, so that a slip is told as one.
    let layers = Dictionary(declarations.map { ($0.name, $0.layer) }, uniquingKeysWith: min)
    for declaration in declarations {
      guard let node = declaration.node["replaces"], let id = node.text else {
        places[declaration.name] = rules.count
        rules.append(declaration)
        continue
      }
      if let place = places[id], replace(rules[place], by: declaration, at: node, layers[id]) {
        origins[place] = origins[place] ?? rules[place]
        rules[place] = declaration
        places[declaration.name] = place
      } else {
        if places[id] == nil { _ = place(of: id, at: node) }
        places[declaration.name] = rules.count
        rules.append(declaration)
      }
    }
    return rules
  }

  private func replace(
    _ old: Declaration, by new: Declaration, at node: JSONNode, _ layer: Int?
  ) -> Bool {
    if old.layer == new.layer {
      if layer == new.layer {
        log.report(.replacesOwnLayer, at: node, [node.text ?? ""])
      } else {
        log.report(.duplicate, at: node, ["replacement", node.text ?? ""], related: old.node["replaces"])
      }
      return false
    }
    let (oldType, newType) = (old.node["on"]?.text ?? "", new.node["on"]?.text ?? "")
    if oldType != newType {
      log.report(.replacesOtherType, at: node, [new.name, newType, oldType])
      return false
    }
    return true
  }

  /// What manifests and operator chose, by place.
  private func choices(_ rules: [Declaration], _ header: Header, _ options: LoadOptions) -> [Int: Bool] {
    var chosen: [Int: Bool] = [:]
    for node in header.choices {
      guard let id = node.key, let isEnabled = node.bool else { continue }
      guard let place = places[id] else {
        let suggestion = Suggestion.nearest(to: id, among: places.keys)
        log.report(.unknownRule, atKey: node, [id], suggestion: suggestion)
        continue
      }
      if rules[place].node["enabled"] == nil {
        log.report(.notAChoice, atKey: node, [id])
      } else {
        chosen[place] = isEnabled
      }
    }
    for id in options.enable {
      guard let place = places[id] else {
        let suggestion = Suggestion.nearest(to: id, among: places.keys)
        log.report(PackDefect(.unknownRule, [id], suggestion: suggestion))
        continue
      }
      if rules[place].node["enabled"] == nil {
        log.report(PackDefect(.notAChoice, [id]))
      } else {
        chosen[place] = true
      }
    }
    return chosen
  }
}
