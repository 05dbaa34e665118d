import Evaluator
import JSON

/// How candidates for one award stand, for awards and quotas that ask for it.
struct AwardStandings: Sendable {
  struct Mark: Sendable {
    var key: Text
    /// Whether it counts as eligible, which one does not that gives way to another of its subject; nil where open.
    var isEligible: Bool?
    var isNominated: Bool
    var isSure: Bool
    var isPossible: Bool
    var missing: [Text]
  }

  private var bySubject: [SubjectYear: [Mark]] = [:]
  private var byOrdinal: [Int: Mark] = [:]
  /// Possible nominees whose subject is not known.
  private var floating: [Mark] = []
  private let rejectedKeys: Set<Text>
  private let hasLost: Bool

  init(_ state: AwardState) {
    rejectedKeys = state.rejectedKeys
    hasLost = state.hasLost
  }

  mutating func add(_ mark: Mark, _ candidate: Candidate) {
    byOrdinal[candidate.ordinal] = mark
    guard mark.isPossible else { return }
    if let subject = candidate.subject {
      bySubject[subject, default: []].append(mark)
    } else {
      floating.append(mark)
    }
  }

  /// Whether the subject is nominated; nil where that is open, with what would decide it.
  func isNominated(_ subject: SubjectYear, as award: Text) -> (Bool?, missing: [Text]) {
    let marks = bySubject[subject] ?? []
    if marks.contains(where: { $0.isSure }) { return (true, []) }
    let open = marks + floating
    if open.isEmpty, !hasLost, !rejectedKeys.contains(subject.subject) { return (false, []) }
    // Of one that doesn't tell whom it is for, the path says which record that is.
    let missing = Set(marks.flatMap { $0.missing } + floating.map { award + "[\"" + $0.key + "\"]" })
    return (nil, missing.isEmpty ? [award + "[\"" + subject.subject + "\"]"] : missing.sorted())
  }

  func mark(of ordinal: Int) -> Mark? { byOrdinal[ordinal] }
}
