import CEL
import Evaluator
import JSON

/// What is asked of records of one type before all are there.
public struct PopulationNeeds: Sendable {
  /// True where every record counts, whatever its verdicts.
  public var counts = false
  /// Awards for which records compete, and whether those count to which the award doesn't apply.
  public var awards: [(award: Int, countsAll: Bool)] = []

  public init() {}
}

extension PopulationState {
  /// What `add` takes of records of a type: of one that asks nothing, records may be left out, of others the verdicts that
  /// are not asked for.
  public func needs(of type: Text) -> PopulationNeeds {
    var needs = PopulationNeeds()
    needs.counts =
      decisions.recordType == type || groupNames.holds(type)
      || readers.contains { reader in
        if case .partition(_, let covers) = reader.rule.check.aggregation, covers == type { return true }
        return reader.rule.on == type || reader.rule.group == type
      }
    for reader in candidates where reader.award.on == type && !reader.isIdle {
      let countsAll = reader.award.quotas.contains { if case .share = $0.size { true } else { false } }
      needs.awards.append((reader.place, countsAll))
    }
    return needs
  }
}
