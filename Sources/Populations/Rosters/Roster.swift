import CEL
import Evaluator
import JSON

/// All candidates for an award in one group.
public struct Roster: Sendable {
  /// Place in `CompiledPack.awards`.
  public var award: Int
  /// In order of the award's `per`; nil for those whose group is not known.
  public var group: [Text]?
  /// By part of `group`: what the record behind it calls itself, where one does.
  public var names: [Text?] = []
  /// Of the quotas that all of the roster stand under.
  public var limits: [Limit]
  /// Nominated first, then reserve, undetermined and near misses, each in order of rank.
  public var nominees: [Nominee]
  /// Ineligible records that are no near miss.
  public var ineligible: Int
  /// Records of which it is not known whether they belong to the roster.
  public var lost = LostRecords()

  /// How many a quota admits.
  public struct Limit: Sendable, Equatable {
    /// Place in `CompiledAward.quotas`.
    public var quota: Int
    public var limit: Int
    /// What it may grow to once open records count; nil where it is settled, and where there is no bound.
    public var most: Int?
  }

  public func count(_ status: Nominee.Status) -> Int { nominees.count { $0.status == status } }
}
