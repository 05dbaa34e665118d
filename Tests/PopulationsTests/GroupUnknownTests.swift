import CEL
import Evaluator
import JSON
import Testing

@testable import Populations

/// A candidate whose quota group is not known.
@Suite struct GroupUnknownTests {
  /// It takes no place of another group meanwhile, and none counts it as nominated.
  @Test(arguments: [TieRule.exclude, .include, .key])
  func itIsNotNominatedMeanwhile(ties: TieRule) {
    let one = Capacity(least: 1, actual: 1, most: 1)
    var contest = Contest([one, one], quotas: 2, ties: ties, rejected: 0)
    let results = contest.run([
      Contest.Entry(isEligible: true, slots: [0, nil], block: 0),
      Contest.Entry(isEligible: true, slots: [0, 1], block: 1),
    ])
    #expect(results.map(\.isNominated) == [false, true])
    #expect(results.map(\.isSure) == [false, false])
    #expect(results.map(\.isPossible) == [true, true])
  }
}
