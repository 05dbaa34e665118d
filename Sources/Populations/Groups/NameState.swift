import Evaluator
import JSON

/// Who goes by which name; states of parts of the group add up.
struct NameState {
  private var members: [[Text]: MemberList] = [:]
  /// Members that may not count at all, by name.
  private var possible: [[Text]: Int] = [:]
  /// Members whose name is open.
  private var open = 0
  private var count = 0

  /// - Parameter names: all different.
  mutating func add(_ names: [[Text]]?, key: Text, isCertain: Bool) {
    count += 1
    guard let names else {
      open += 1
      return
    }
    for name in names {
      if isCertain { members[name, default: MemberList()].add(key) } else { possible[name, default: 0] += 1 }
    }
  }

  mutating func merge(_ other: NameState) {
    for (name, list) in other.members { members[name, default: MemberList()].merge(list) }
    for (name, count) in other.possible { possible[name, default: 0] += count }
    open += other.open
    count += other.count
  }

  /// How many names stand for more than one record.
  var repeated: Int { members.values.count { $0.count > 1 } }

  /// Those that share a name.
  var alike: MemberList {
    var alike = MemberList()
    var seen: Set<Text> = []
    for list in members.values where list.count > 1 {
      // A member may share several names.
      for key in list.keys where seen.insert(key).inserted { alike.add(key) }
      alike.addUnnamed(list.count - list.keys.count)
    }
    return alike
  }

  /// True where what is open may repeat a name.
  var mayRepeat: Bool {
    if open > 0, count > 1 { return true }
    return possible.contains { name, count in count + (members[name]?.count ?? 0) > 1 }
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&members, MemberList()) { $0.code(&$1) }
    archive.code(&possible, 0) { $1.code(&$0) }
    archive.code(&open)
    archive.code(&count)
  }
}
