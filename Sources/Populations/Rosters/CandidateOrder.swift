import CEL
import Evaluator
import JSON

/// The order in which candidates are considered.
struct CandidateOrder {
  private let keys: [RankKey]

  init(_ award: CompiledAward) { keys = award.rankBy }

  /// By the award's keys alone; what is not known comes last whatever the direction.
  func ranking(_ left: Candidate, _ right: Candidate) -> Ordering {
    for (place, key) in keys.enumerated() {
      switch (left.rank[place], right.rank[place]) {
      case (nil, nil): continue
      case (nil, _): return .greater
      case (_, nil): return .less
      case (let a?, let b?):
        let order = Value.ranked(a, b)
        if order != .equal { return key.isDescending ? order.reversed : order }
      }
    }
    return .equal
  }

  /// Equals by their record keys, so that the order of files tells nothing.
  func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    switch ranking(left, right) {
    case .less: true
    case .greater: false
    case .equal: left.key < right.key
    }
  }
}
