import CEL
import Evaluator
import JSON

/// A record that may be nominated for one award, or lacks one criterion.
struct Candidate: Sendable {
  var key: Text
  /// What the record calls itself, where its type has a text field `name`.
  var name: Text?
  /// Order of input.
  var ordinal: Int
  var verdict: Verdict
  /// The roster it stands in; nil where that is not known.
  var group: [Text]?
  /// The group of each quota; nil where that is not known.
  var quotaGroups: [[Text]?]
  /// A key of the order that is not known is nil and comes last.
  var rank: [Value?]
  var subject: SubjectYear?
  var authority: Text?
  /// What the verdict rests on, where it waits for other records.
  var waiting: Waiting?
  /// The finding that alone keeps an ineligible one from the award.
  var obstacle: Obstacle?
  /// What must be given before its groups are known.
  var groupMissing: [Text] = []

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
