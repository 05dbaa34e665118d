import JSON
import RulePacks

/// Compares two objects of a declaration member by member.
struct MemberComparison {
  /// Members that are told in another way.
  let ignored: Set<Text>

  func changes(_ old: JSONValue, _ new: JSONValue, prefix: Text = "") -> [MemberChange] {
    guard case .object(let before) = old, case .object(let after) = new else { return [] }
    var changes: [MemberChange] = []
    for member in after where !ignored.contains(member.key) {
      changes += change(prefix + member.key, old[member.key], member.value)
    }
    for member in before where new[member.key] == nil && !ignored.contains(member.key) {
      changes += change(prefix + member.key, member.value, nil)
    }
    return changes
  }

  private func change(_ name: Text, _ old: JSONValue?, _ new: JSONValue?) -> [MemberChange] {
    if old?.normalized == new?.normalized { return [] }
    if let before = old?.texts, let after = new?.texts {
      let added = after.filter { !before.contains($0) }
      let removed = before.filter { !after.contains($0) }
      if !added.isEmpty || !removed.isEmpty {
        return [MemberChange(name: name, content: .members(added: added, removed: removed))]
      }
    }
    if case .object? = old, case .object? = new, let old, let new {
      return changes(old, new, prefix: name + ".")
    }
    return [MemberChange(name: name, content: .value(before: old, after: new))]
  }
}
