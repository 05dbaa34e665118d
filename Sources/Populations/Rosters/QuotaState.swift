import CEL
import Evaluator
import JSON

/// What the share of one quota is taken of, by group; states of parts of the records add up.
struct QuotaState: Sendable {
  private var certain: [[Text]: Int] = [:]
  private var possible: [[Text]: Int] = [:]
  /// Records that may count in any group.
  private var floating = 0
  /// Records whose counting is open.
  private(set) var open = OpenCounts()
  /// Records that count if they stand so with another award.
  private(set) var standing: [Standing] = []

  struct Standing: Sendable {
    var key: Text
    var ordinal: Int
    var group: [Text]?
    /// Who would hold it, for each award that is counted.
    var holders: [SubjectYear?]
  }

  mutating func add(_ truth: Truth, _ group: [Text]?, key: Text) {
    guard truth != .no else { return }
    guard let group else {
      floating += 1
      open.add(key, nil)
      return
    }
    if truth == .yes {
      certain[group, default: 0] += 1
    } else {
      possible[group, default: 0] += 1
      open.add(key, group)
    }
  }

  mutating func add(_ entry: Standing) { standing.append(entry) }

  mutating func merge(_ other: QuotaState) {
    for (group, count) in other.certain { certain[group, default: 0] += count }
    for (group, count) in other.possible { possible[group, default: 0] += count }
    floating += other.floating
    open.merge(other.open)
    standing += other.standing
  }

  /// How many records count in a group, as far as is known and over all completions.
  func base(of group: [Text], _ lost: LostRecords) -> Capacity {
    let least = certain[group] ?? 0
    return Capacity(
      least: least, actual: least, most: least + (possible[group] ?? 0) + floating + lost.most)
  }

  /// All but how records stand with another award, which is not known of parts.
  mutating func code(_ archive: inout StateArchive) {
    archive.code(&certain, 0) { $1.code(&$0) }
    archive.code(&possible, 0) { $1.code(&$0) }
    archive.code(&floating)
    open.code(&archive)
  }
}
