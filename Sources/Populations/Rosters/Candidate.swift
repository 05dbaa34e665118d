import CEL
import Evaluator
import JSON

/// A record that may be nominated for one award, or lacks one criterion; shared, for there may be a million.
final class Candidate: Sendable {
  let key: Text
  /// What the record calls itself, where its type has a text field `name`.
  let name: Text?
  /// Order of input.
  let ordinal: Int
  let verdict: Verdict
  /// The roster it stands in; nil where that is not known.
  let group: [Text]?
  /// The group of each quota; nil where that is not known.
  let quotaGroups: [[Text]?]
  /// A key of the order that is not known is nil and comes last.
  let rank: [Value?]
  let subject: SubjectYear?
  let authority: Text?
  /// What the verdict rests on, where it waits for other records.
  let waiting: Waiting?
  /// The finding that alone keeps an ineligible one from the award.
  let obstacle: Obstacle?
  /// What must be given before its groups are known.
  let groupMissing: [Text]

  init(
    key: Text, name: Text?, ordinal: Int, verdict: Verdict, group: [Text]?, quotaGroups: [[Text]?],
    rank: [Value?], subject: SubjectYear?, authority: Text?, waiting: Waiting?, obstacle: Obstacle?,
    groupMissing: [Text]
  ) {
    (self.key, self.name, self.ordinal, self.verdict) = (key, name, ordinal, verdict)
    (self.group, self.quotaGroups, self.rank) = (group, quotaGroups, rank)
    (self.subject, self.authority, self.waiting) = (subject, authority, waiting)
    (self.obstacle, self.groupMissing) = (obstacle, groupMissing)
  }

  /// The same once all records are there.
  func settled(_ verdict: Verdict, _ obstacle: Obstacle?) -> Candidate {
    Candidate(
      key: key, name: name, ordinal: ordinal, verdict: verdict, group: group, quotaGroups: quotaGroups,
      rank: rank, subject: subject, authority: authority, waiting: nil, obstacle: obstacle,
      groupMissing: groupMissing)
  }

  /// What its verdict rests on, until all records are there.
  final class Waiting: Sendable {
    let basis: AwardBasis
    /// By `CandidateReader.populations`; nil where that is not known.
    let groups: [[Text]?]

    init(basis: AwardBasis, groups: [[Text]?]) {
      self.basis = basis
      self.groups = groups
    }
  }

  /// The one criterion that is not met, and by how much; shared, for few of a million candidates have one.
  final class Obstacle: Sendable {
    let leaf: Criterion.Leaf
    let finding: Finding?

    init(leaf: Criterion.Leaf, finding: Finding?) {
      self.leaf = leaf
      self.finding = finding
    }
  }
}
