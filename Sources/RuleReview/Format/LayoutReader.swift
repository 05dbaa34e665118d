import CEL
import JSON
import RulePacks

/// Reads a file of a known form as it should be set.
struct LayoutReader {
  let registry: KindRegistry

  func file(_ root: JSONNode, _ form: FileForm) -> LayoutNode {
    object(root, form.shape, isOpen: true, isOnePerLine: true)
  }

  private func value(_ node: JSONNode, _ shape: ValueShape) -> LayoutNode {
    switch shape {
    case .localized: return localized(node)
    case .object(let shape): return object(node, shape)
    case .recursive(let shape): return value(node, shape())
    case .either(let shapes): return value(node, shapes.first { $0.admits(node) } ?? .any)
    case .array(let element, _):
      guard node.kind == .array else { return free(node) }
      return LayoutNode(array: node.elements.map { value($0, element) })
    case .dictionary(let element, _):
      guard node.kind == .object else { return free(node) }
      return dictionary(node) { value($0, element) }
    default: return free(node)
    }
  }

  /// Members in the order of the form; those that it doesn't know last, in the order of the file.
  private func object(
    _ node: JSONNode, _ shape: ObjectShape, isOpen: Bool = false, isOnePerLine: Bool = false
  ) -> LayoutNode {
    guard node.kind == .object else { return free(node) }
    let known = Self.order(shape).compactMap { member in node[member.name].map { (member, $0) } }
    var members = known.map { member, child in
      LayoutNode.Member(key: Self.key(child), value: value(child, of: member, in: shape))
    }
    for child in node.members where !shape.declares(child.key ?? "") {
      members.append(LayoutNode.Member(key: Self.key(child), value: free(child)))
    }
    return LayoutNode(object: members, isOpen: isOpen, isOnePerLine: isOnePerLine)
  }

  /// Rules, awards, cases and the like are never on one line, and rules have the members of their kind.
  private func value(
    _ node: JSONNode, of member: ObjectShape.Member, in shape: ObjectShape
  ) -> LayoutNode {
    guard node.kind == .array, Self.lists.contains(member.name), shape.declares("$schema") else {
      return value(node, member.value)
    }
    let elements = node.elements.map { element in
      switch (member.name, member.value) {
      case ("rules", _) where element.kind == .object: rule(element)
      case (_, .array(.object(let shape), _)): object(element, shape, isOpen: member.name != "rows")
      default: value(element, member.value)
      }
    }
    return LayoutNode(array: elements, isOpen: true)
  }

  /// Members of files that hold their declarations.
  private static let lists: Set<Text> = [
    "rules", "awards", "kinds", "cases", "rows", "recordTypes", "equivalent",
  ]

  private func rule(_ node: JSONNode) -> LayoutNode {
    let shape = registry.ruleShape(of: node)
    let layout = object(node, shape, isOpen: true)
    guard case .object(var members) = layout.content else { return layout }
    // What the kind asks begins a line.
    let common = Set(ObjectShape.commonRuleMembers.map(Self.quoted))
    if let first = members.firstIndex(where: { !common.contains($0.key) }) {
      members[first].startsLine = true
    }
    return LayoutNode(object: members, isOpen: true)
  }

  /// The order of the form, with two turns: whom it binds follows what it is on, and the own wording of a rule comes
  /// after what its kind asks.
  private static func order(_ shape: ObjectShape) -> [ObjectShape.Member] {
    var members = shape.members
    if let on = members.firstIndex(where: { $0.name == "on" }),
      let when = members.firstIndex(where: { $0.name == "when" }), when > on
    {
      members.insert(members.remove(at: when), at: on + 1)
    }
    guard shape.members.starts(with: ObjectShape.commonRuleMembers, by: { $0.name == $1 }) else {
      return members
    }
    let last: Set<Text> = ["points", "message"]
    return members.filter { !last.contains($0.name) } + members.filter { last.contains($0.name) }
  }

  /// Entries in the order of the file, each on a line of its own, so that a change of one is a change of one line.
  private func dictionary(_ node: JSONNode, _ entry: (JSONNode) -> LayoutNode) -> LayoutNode {
    let members = node.members.map { LayoutNode.Member(key: Self.key($0), value: entry($0)) }
    return LayoutNode(object: members, isOnePerLine: true)
  }

  private func localized(_ node: JSONNode) -> LayoutNode {
    guard node.kind == .object else { return free(node) }
    let members = node.members.map { LayoutNode.Member(key: Self.key($0), value: text($0)) }
    let order: [[UInt8]] = ["vi", "en"].map { Self.quoted($0) }
    let sorted = order.flatMap { key in members.filter { $0.key == key } }
    return LayoutNode(object: sorted + members.filter { !order.contains($0.key) }, isOnePerLine: true)
  }

  /// Text for people is composed (NFC); what expressions compare stays as it is.
  private func text(_ node: JSONNode) -> LayoutNode {
    guard let text = node.text else { return free(node) }
    return LayoutNode(scalar: Self.quoted(text.composed))
  }

  /// A value without a form of its own: everything in the order of the file.
  private func free(_ node: JSONNode) -> LayoutNode {
    switch node.kind {
    case .object:
      LayoutNode(object: node.members.map { LayoutNode.Member(key: Self.key($0), value: free($0)) })
    case .array: LayoutNode(array: node.elements.map(free))
    case .string: LayoutNode(scalar: Self.quoted(node.text ?? ""))
    default: LayoutNode(scalar: Array(node.source))
    }
  }

  private static func key(_ node: JSONNode) -> [UInt8] { quoted(node.key ?? "") }

  private static func quoted(_ text: Text) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(text)
    return writer.takeBytes()
  }
}
