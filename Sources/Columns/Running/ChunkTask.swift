import Populations

/// What is wanted of the records of a run.
public enum ChunkTask {
  /// A line of verdicts of each record, judged alone.
  case verdicts
  /// The records that others lead to.
  case relations(RelationIndex)
  /// What is kept of records that compete or are counted together; the state is one that has met none.
  case population(RelationIndex, PopulationState)
  /// A line of verdicts of each record, with what all of them decide.
  case settled(RelationIndex, PopulationOutcome)

  /// What records lead to, as far as that is known.
  var index: RelationIndex? {
    switch self {
    case .verdicts, .relations: nil
    case .population(let index, _), .settled(let index, _): index
    }
  }

  /// True where all that is wanted of a record is whether others lead to it.
  var isRelating: Bool { if case .relations = self { true } else { false } }

  /// True where records are counted together.
  var gathers: Bool { if case .population = self { true } else { false } }
}
