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
  private(set) var lost = LostRecords()
  /// Keys of rejected records, where they are known.
  private(set) var rejectedKeys: Set<Text> = []
  /// True where a rejected record may be of any subject.
  private(set) var hasLost = false

  init(_ award: CompiledAward) { quotas = award.quotas.map { _ in QuotaState() } }

  mutating func add(_ candidate: Candidate) { candidates.append(candidate) }

  mutating func addIneligible(_ group: [Text]?) { if let group { ineligible[group, default: 0] += 1 } }

  mutating func addRejected(key: Text?, endsSource: Bool) {
    lost.add(endsSource: endsSource)
    if let key { rejectedKeys.insert(key) } else { hasLost = true }
    // Those after it may be of any subject, too.
    if endsSource { hasLost = true }
  }

  mutating func merge(_ other: AwardState) {
    candidates += other.candidates
    for (group, count) in other.ineligible { ineligible[group, default: 0] += count }
    for place in quotas.indices { quotas[place].merge(other.quotas[place]) }
    lost.merge(other.lost)
    rejectedKeys.formUnion(other.rejectedKeys)
    hasLost = hasLost || other.hasLost
  }

  /// All but the candidates, whose records are kept and read again.
  mutating func code(_ archive: inout StateArchive) {
    archive.code(&ineligible, 0) { $1.code(&$0) }
    for place in quotas.indices { quotas[place].code(&archive) }
    lost.code(&archive)
    archive.code(&rejectedKeys)
    archive.code(&hasLost)
  }
}
