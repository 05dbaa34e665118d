import JSON

extension JSONNode {
  /// The groups of a tree of criteria: the arrays of `all`, `any` and `of`, outermost first.
  var groups: [JSONNode] {
    var found: [JSONNode] = []
    for member: Text in ["all", "any", "of"] {
      guard let group = self[member], group.kind == .array else { continue }
      found.append(group)
      for element in group.elements { found += element.groups }
    }
    return found
  }
}
