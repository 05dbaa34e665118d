import CEL
import Evaluator
import JSON
import Populations
import Testing

/// When the one group of a rule without `per` is there at all.
@Suite struct GroupOpeningTests {
  private func whole(_ workers: [Workers.Worker], rejected: Int = 0) throws -> [Outcome] {
    let evaluator = PackEvaluator(try #require(Workers.pack()), asOf: try CivilDate("2024-12-20"))
    let outcome = try #require(Workers.outcome([workers], evaluator, rejected: rejected))
    return outcome.groups.filter { $0.group.isEmpty }.map(\.outcome)
  }

  @Test func noRecordOfTheTypeMeansNoGroup() throws {
    #expect(try whole([]).isEmpty)
  }

  /// The sum of nothing is zero, which is less than four: said of workers that were read, never of those that were not.
  @Test func aFilterThatKeepsNobodyLeavesTheGroup() throws {
    let outcomes = try whole([Workers.Worker(id: 1, unit: "a", score: 3, good: false)])
    #expect(outcomes == [.violated, .undetermined, .undetermined, .violated, .satisfied])
  }

  @Test func aRejectedRecordOpensTheGroup() throws {
    let outcomes = try whole([], rejected: 1)
    // One record, whatever it holds, has no two values and repeats no other.
    #expect(outcomes == [.undetermined, .undetermined, .undetermined, .violated, .satisfied])
  }

  @Test func aRejectedRecordOfNoKnownTypeOpensNoGroup() throws {
    let evaluator = PackEvaluator(try #require(Workers.pack()), asOf: try CivilDate("2024-12-20"))
    var state = PopulationState(evaluator)
    state.addRejected(type: nil, key: nil)
    #expect(state.decided().groups.isEmpty)
    // Once one is known to be there, it counts as one that may be of the type.
    state.addRejected(type: "worker", key: nil)
    #expect(state.decided().groups.allSatisfy { $0.rejected == 2 || $0.outcome != .undetermined })
    #expect(state.decided().groups.count == 5)
  }

  /// Kept apart and merged, a part that met the type opens the group for all.
  @Test func partsOpenGroupsForEachOther() throws {
    let evaluator = PackEvaluator(try #require(Workers.pack()), asOf: try CivilDate("2024-12-20"))
    let worker = Workers.Worker(id: 1, unit: "a", score: 3, good: false)
    let apart = try #require(Workers.outcome([[], [worker], []], evaluator))
    let whole = try #require(Workers.outcome([[worker]], evaluator))
    #expect(Workers.description(apart) == Workers.description(whole))
  }

  /// Any number of candidates may stand in what could not be read: no nomination under a quota is final.
  @Test func afterAnUnreadableRestNothingIsFinal() throws {
    let evaluator = PackEvaluator(try #require(Workers.pack()), asOf: try CivilDate("2024-12-20"))
    let workers = (1...4).map { Workers.Worker(id: $0, unit: "a", score: 3, good: true) }
    var state = try #require(Workers.state(of: workers, evaluator))
    state.addRejected(type: "worker", key: nil, endsSource: true)
    let roster = try #require(state.decided().rosters.first { $0.award == 1 })
    for nominee in roster.nominees {
      #expect(nominee.isProvisional)
      #expect(nominee.lost.isEndless && nominee.lost.count == 1)
    }
  }
}
