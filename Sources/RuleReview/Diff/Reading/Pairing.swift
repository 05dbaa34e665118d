import Evaluator
import JSON
import RulePacks

/// Which declaration of the old pack is which of the new one: by name, else by content.
struct Pairing {
  struct Pair {
    let old: PackDeclaration
    let new: PackDeclaration
  }

  /// In order of the new pack.
  private(set) var pairs: [Pair] = []
  private(set) var added: [PackDeclaration] = []
  private(set) var removed: [PackDeclaration] = []

  init(_ old: OpenPack, _ new: OpenPack, _ declared: (OpenPack) -> [PackDeclaration]) {
    let before = Self.last(declared(old))
    let after = Self.last(declared(new))
    var partners: [Text: PackDeclaration] = [:]
    for declaration in before { partners[declaration.name] = declaration }
    let names = Set(after.map(\.name))
    removed = before.filter { !names.contains($0.name) }
    var renamed: [Text: PackDeclaration] = [:]
    let unpaired = after.filter { partners[$0.name] == nil }
    for key in Self.keys(old, new) {
      var free: [[Text]: PackDeclaration] = [:]
      for declaration in removed.reversed() { free[key.old(declaration)] = declaration }
      for declaration in unpaired where renamed[declaration.name] == nil {
        let found = key.new(declaration)
        guard !found.isEmpty, let partner = free.removeValue(forKey: found) else { continue }
        renamed[declaration.name] = partner
        removed.removeAll { $0.name == partner.name }
      }
    }
    for declaration in after {
      if let partner = partners[declaration.name] ?? renamed[declaration.name] {
        pairs.append(Pair(old: partner, new: declaration))
      } else {
        added.append(declaration)
      }
    }
  }

  /// New names by old names, of those that were renamed.
  var renames: [Text: Text] {
    var renames: [Text: Text] = [:]
    for pair in pairs where pair.old.name != pair.new.name { renames[pair.old.name] = pair.new.name }
    return renames
  }

  /// A name may stand in two layers, the upper replacing the lower: the last counts.
  private static func last(_ all: [PackDeclaration]) -> [PackDeclaration] {
    var last: [Text: Int] = [:]
    for (place, declaration) in all.enumerated() { last[declaration.name] = place }
    return all.enumerated().filter { last[$1.name] == $0 }.map(\.element)
  }

  private typealias Key = (old: (PackDeclaration) -> [Text], new: (PackDeclaration) -> [Text])

  /// What makes two declarations one, the surest first; an empty key pairs nothing.
  private static func keys(_ old: OpenPack, _ new: OpenPack) -> [Key] {
    func meaning(_ open: OpenPack) -> (PackDeclaration) -> [Text] {
      { declaration in
        guard declaration.sort == .rule, let rule = open.compiled(declaration) else { return [] }
        return [rule.kind] + rule.meaning(in: open.pack)
      }
    }
    return [
      (content, content), (meaning(old), meaning(new)), (title, title),
    ]
  }

  private static func content(_ declaration: PackDeclaration) -> [Text] {
    [declaration.node.value.without(["id"]).normalized.text]
  }

  private static func title(_ declaration: PackDeclaration) -> [Text] {
    let node = declaration.node
    guard let vi = node["title"]?["vi"]?.text else { return [] }
    return [vi, node["on"]?.text ?? "", node["kind"]?.text ?? node["type"]?.text ?? ""]
  }
}
