import Evaluator
import JSON

/// Which records lists hold, and how often; states of parts of the group add up.
struct CoverState {
  private var listed: [Text: Count] = [:]
  private var covered: Set<Text> = []
  /// Lists of which it is not known what they hold.
  private var openLists = 0
  /// Records that lists must hold and of which nothing is known.
  private var lost = 0

  private struct Count {
    var certain = 0
    var possible = 0
  }

  mutating func add(list: [Text]?, isCertain: Bool) {
    guard let list else {
      openLists += 1
      return
    }
    for key in list {
      if isCertain {
        listed[key, default: Count()].certain += 1
      } else {
        listed[key, default: Count()].possible += 1
      }
    }
  }

  mutating func add(covered key: Text) { covered.insert(key) }
  mutating func addLost() { lost += 1 }

  mutating func merge(_ other: CoverState) {
    for (key, count) in other.listed {
      listed[key, default: Count()].certain += count.certain
      listed[key, default: Count()].possible += count.possible
    }
    covered.formUnion(other.covered)
    openLists += other.openLists
    lost += other.lost
  }

  /// Whether a record stands in exactly one list; nil where that is open.
  func isPlacedOnce(_ key: Text) -> Bool? {
    let count = listed[key] ?? Count()
    if count.certain > 1 { return false }
    if count.possible > 0 || openLists > 0 { return nil }
    return count.certain == 1
  }

  /// Records that stand in none or in several.
  var misplaced: MemberList {
    var list = MemberList()
    for key in covered where isPlacedOnce(key) == false { list.add(key) }
    return list
  }

  var isOpen: Bool { lost > 0 || covered.contains { isPlacedOnce($0) == nil } }
}
