import Evaluator
import JSON

/// Which of several candidates for one subject and year counts: the first in rank order who is eligible.
///
/// The others give way, and take no place from anybody. One who is open and may yet stand before it keeps its chance, and
/// leaves the one that counts for now without a sure place; so does one before it that doesn't tell whom it is for.
struct SubjectContest {
  /// Those who run, in rank order.
  private(set) var running: [Int] = []
  /// Those who give way, in rank order, and to whom.
  private(set) var superseded: [(place: Int, by: Int)] = []
  /// By place in `running`: who is open and may yet count in its stead.
  private(set) var rivals: [Int: MemberList] = [:]

  /// - Parameter order: places of candidates in rank order; linear in them.
  init(_ candidates: [Candidate], order: [Int]) {
    var first: [SubjectYear: Int] = [:]
    for place in order where candidates[place].verdict.standing == .eligible {
      guard let subject = candidates[place].subject, first[subject] == nil else { continue }
      first[subject] = place
    }
    var open: [Int: MemberList] = [:]
    var passed: Set<Int> = []
    for place in order {
      guard let best = candidates[place].subject.flatMap({ first[$0] }), best != place else {
        passed.insert(place)
        running.append(place)
        continue
      }
      let candidate = candidates[place]
      let mayLead = !passed.contains(best) || candidate.rank.contains { $0 == nil }
      if candidate.verdict.standing == .eligible || !mayLead {
        superseded.append((place, best))
      } else {
        open[best, default: MemberList()].add(candidate.key)
        running.append(place)
      }
    }
    // Those who don't tell whom they are for may be anyone's, and count in the stead of all after them.
    var nameless = MemberList()
    for place in running
    where candidates[place].subject == nil && candidates[place].rank.contains(where: { $0 == nil }) {
      nameless.insert(candidates[place].key)
    }
    for (index, place) in running.enumerated() {
      guard candidates[place].subject != nil else {
        nameless.insert(candidates[place].key)
        continue
      }
      guard open[place] != nil || nameless.count > 0 else { continue }
      var rivals = open[place] ?? MemberList()
      rivals.formUnion(nameless)
      self.rivals[index] = rivals
    }
  }
}
