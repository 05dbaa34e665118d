import JSON
import RulePacks

/// Compares two objects of a declaration member by member, words for people at any depth aside.
struct MemberComparison {
  /// Members that are told in another way.
  let ignored: Set<Text>

  func changes(_ old: JSONValue, _ new: JSONValue, prefix: Text = "") -> [MemberChange] {
    guard case .object(let before) = old.unworded, case .object(let after) = new.unworded else { return [] }
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
    if old?.unworded.normalized == new?.unworded.normalized { return [] }
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
    if case .array(let before)? = old, case .array(let after)? = new, before.count == after.count,
      (before + after).allSatisfy(\.isObject)
    {
      return zip(before, after).enumerated().flatMap { place, pair in
        change(name + "." + Text("\(place)"), pair.0, pair.1)
      }
    }
    return [MemberChange(name: name, content: .value(before: old, after: new))]
  }

  /// Values of a parameter by the days on which they hold: `values.2021-01-01`.
  static func values(_ old: JSONNode?, _ new: JSONNode?) -> [MemberChange] {
    func dated(_ node: JSONNode?) -> [(span: Text, value: JSONValue)] {
      (node?.elements.map(\.self) ?? []).compactMap { entry in
        guard let value = entry["value"]?.value else { return nil }
        let before = entry["before"]?.text.map { "/" + $0 } ?? ""
        return ("values." + (entry["from"]?.text ?? "") + before, value)
      }
    }
    let (before, after) = (dated(old), dated(new))
    let spans = after.map(\.span) + before.map(\.span).filter { span in !after.contains { $0.span == span } }
    return spans.compactMap { span in
      let was = before.first { $0.span == span }?.value
      let now = after.first { $0.span == span }?.value
      guard was?.normalized != now?.normalized else { return nil }
      return MemberChange(name: span, content: .value(before: was, after: now))
    }
  }
}
