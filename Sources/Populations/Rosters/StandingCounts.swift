import JSON

/// How many records of each group stand in a way with another award.
struct StandingCounts {
  private var byGroup: [[Text]: Capacity] = [:]
  /// Records that may count in any group.
  private var floating = 0
  /// Records of which it is open whether or where they count.
  private(set) var open = OpenCounts()

  /// - Parameters:
  ///   - group: nil where it is not known.
  ///   - key: of the record.
  mutating func add(_ group: [Text]?, _ key: Text, isSure: Bool, isActual: Bool, isPossible: Bool) {
    guard isPossible else { return }
    if !isSure || group == nil { open.add(key, group) }
    guard let group else {
      floating += 1
      return
    }
    var count = byGroup[group] ?? Capacity(least: 0, actual: 0, most: 0)
    count.least += isSure ? 1 : 0
    count.actual += isActual ? 1 : 0
    count.most += 1
    byGroup[group] = count
  }

  /// How many records of a group stand so.
  func base(of group: [Text], _ lost: LostRecords) -> Capacity {
    var count = byGroup[group] ?? Capacity(least: 0, actual: 0, most: 0)
    count.most += floating + lost.most
    return count
  }
}
