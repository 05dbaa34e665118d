import CEL
import JSON

/// The awards of a pack in an order in which each comes after those that it waits for.
struct AwardOrder: Sendable {
  /// In order of declaration as far as nothing waits.
  private(set) var sorted: [Declaration] = []
  /// Places in `sorted` by id.
  private(set) var places: [Text: Int] = [:]
  /// Earlier awards of the same form, by id, in order of declaration.
  private(set) var rivals: [Text: [Text]] = [:]

  /// A cycle is reported once, at the reference that closes it.
  init(_ declarations: [Declaration], log: DefectLog) {
    var byForm: [Text: [Text]] = [:]
    for declaration in declarations {
      guard let form = declaration.node["form"]?.text else { continue }
      rivals[declaration.name] = byForm[form] ?? []
      byForm[form, default: []].append(declaration.name)
    }
    let byName = Dictionary(declarations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var visit = Visit(byName: byName, rivals: rivals, log: log)
    for declaration in declarations { visit.enter(declaration, from: nil) }
    sorted = visit.sorted
    for (place, declaration) in sorted.enumerated() { places[declaration.name] = place }
  }

  /// The place of the award that a node names; reported with the nearest one where there is none.
  func place(of node: JSONNode, _ log: DefectLog) -> Int? {
    guard let id = node.text else { return nil }
    if let place = places[id] { return place }
    log.report(.unknownAward, at: node, [id], suggestion: Suggestion.nearest(to: id, among: places.keys))
    return nil
  }

  private struct Visit {
    let byName: [Text: Declaration]
    let rivals: [Text: [Text]]
    let log: DefectLog
    var sorted: [Declaration] = []
    private var done: Set<Text> = []
    /// Awards that are being visited, outermost first.
    private var open: [Text] = []

    init(byName: [Text: Declaration], rivals: [Text: [Text]], log: DefectLog) {
      self.byName = byName
      self.rivals = rivals
      self.log = log
    }

    mutating func enter(_ award: Declaration, from reference: JSONNode?) {
      if let start = open.firstIndex(of: award.name) {
        let chain = (open[start...] + [award.name]).map(\.string).joined(separator: " → ")
        log.report(.awardCycle, at: reference ?? award.node["id"] ?? award.node, [Text(chain)])
        return
      }
      guard done.insert(award.name).inserted else { return }
      open.append(award.name)
      for reference in Self.waits(award.node) {
        if let other = reference.text.flatMap({ byName[$0] }) { enter(other, from: reference) }
      }
      for rival in rivals[award.name] ?? [] {
        if let other = byName[rival] { enter(other, from: award.node["form"]) }
      }
      open.removeLast()
      sorted.append(award)
    }

    /// Where an award names others whose rosters it waits for.
    private static func waits(_ award: JSONNode) -> [JSONNode] {
      var found: [JSONNode] = []
      if let others = award["notWith"] { found += others.elements }
      for quota in award["quotas"].map({ Array($0.elements) }) ?? [] {
        if let of = quota["of"], of["as"]?.text != "decided", let others = of["award"] {
          found += others.oneOrSeveral
        }
      }
      if let requires = award["requires"] { collect(requires, into: &found) }
      return found
    }

    /// Depth is bounded by that of the JSON text.
    private static func collect(_ node: JSONNode, into found: inout [JSONNode]) {
      if node["as"]?.text != "decided", let other = node["award"] { found.append(other) }
      for group: Text in ["all", "any", "of"] {
        for member in node[group].map({ Array($0.elements) }) ?? [] { collect(member, into: &found) }
      }
    }
  }
}
