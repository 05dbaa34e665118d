import CEL
import Evaluator
import JSON

/// All that is kept of one award: states of parts of the records merge, in any order.
struct AwardState: Sendable {
  private(set) var candidates: [Candidate] = []
  /// Ineligible records that are no candidates, by roster; those whose roster is not known are not told apart.
  private(set) var ineligible: [[Text]: Int] = [:]
  var quotas: [QuotaState]
  /// Records of the award's type of which nothing is known.
  private(set) var rejected = 0
  /// Keys of rejected records, where they are known.
  private(set) var rejectedKeys: Set<Text> = []
  /// True where a rejected record may be of any subject.
  private(set) var hasLost = false

  init(_ award: CompiledAward) { quotas = award.quotas.map { _ in QuotaState() } }

  mutating func add(_ candidate: Candidate) { candidates.append(candidate) }

  mutating func addIneligible(_ group: [Text]?) { if let group { ineligible[group, default: 0] += 1 } }

  /// - Parameter count: how many; more than any file holds where that is not known.
  mutating func addRejected(key: Text?, count: Int = 1) {
    rejected += count
    if let key { rejectedKeys.insert(key) } else { hasLost = true }
    for place in quotas.indices { quotas[place].addRejected(count) }
  }

  /// More than any file holds.
  static let endless = 1 << 40

  mutating func merge(_ other: AwardState) {
    candidates += other.candidates
    for (group, count) in other.ineligible { ineligible[group, default: 0] += count }
    for place in quotas.indices { quotas[place].merge(other.quotas[place]) }
    rejected += other.rejected
    rejectedKeys.formUnion(other.rejectedKeys)
    hasLost = hasLost || other.hasLost
  }
}
