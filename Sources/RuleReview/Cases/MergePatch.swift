import JSON

extension JSONValue {
  /// The value with a merge patch laid over it (RFC 7396): objects merge, `null` removes, all else replaces.
  func merging(_ patch: JSONValue) -> JSONValue {
    guard case .object(let changes) = patch else { return patch }
    var members: [Member] = []
    if case .object(let own) = self { members = own }
    for change in changes {
      let place = members.firstIndex { $0.key == change.key }
      switch (change.value, place) {
      case (.null, let place?): members.remove(at: place)
      case (.null, nil): break
      case (let value, let place?): members[place].value = members[place].value.merging(value)
      case (let value, nil): members.append(Member(change.key, JSONValue.null.merging(value)))
      }
    }
    return .object(members)
  }
}
