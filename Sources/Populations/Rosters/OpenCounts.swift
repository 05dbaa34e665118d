import JSON

/// Records of which it is open whether they count, by the group that they may count in; states of parts add up.
struct OpenCounts: Sendable {
  private var byGroup: [[Text]: MemberList] = [:]
  /// Those that may count in any group.
  private var anywhere = MemberList()

  /// - Parameter group: nil where it is not known.
  mutating func add(_ key: Text, _ group: [Text]?) {
    if let group { byGroup[group, default: MemberList()].add(key) } else { anywhere.add(key) }
  }

  mutating func merge(_ other: OpenCounts) {
    for (group, list) in other.byGroup { byGroup[group, default: MemberList()].merge(list) }
    anywhere.merge(other.anywhere)
  }

  func list(of group: [Text]) -> MemberList {
    var list = byGroup[group] ?? MemberList()
    list.merge(anywhere)
    return list
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&byGroup, MemberList()) { $0.code(&$1) }
    anywhere.code(&archive)
  }
}
