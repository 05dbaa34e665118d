import JSON

/// Finds the strings of a rule that are CEL text, by the shape of its kind.
enum ExpressionMembers {
  static func collect(_ node: JSONNode, _ shape: ObjectShape) -> [JSONNode] {
    var found: [JSONNode] = []
    for member in node.members {
      guard let declared = shape.members.first(where: { member.hasKey($0.name) }) else { continue }
      collect(member, declared.value, &found)
    }
    return found
  }

  private static func collect(_ node: JSONNode, _ shape: ValueShape, _ found: inout [JSONNode]) {
    guard shape.admits(node.kind) else { return }
    switch shape {
    case .expression, .numberOrExpression:
      if node.kind == .string { found.append(node) }
    case .array(let element, _): for child in node.elements { collect(child, element, &found) }
    case .object(let shape): found += collect(node, shape)
    case .dictionary(let value, _): for child in node.members { collect(child, value, &found) }
    case .either(let shapes):
      if let shape = shapes.first(where: { $0.admits(node.kind) }) { collect(node, shape, &found) }
    case .recursive(let shape): collect(node, shape(), &found)
    default: break
    }
  }
}
