import Evaluator
import Testing

/// Every row of DESIGN §5, written out.
@Suite struct OutcomeTableTests {
  typealias Row = (applies: [Truth], requirement: [Truth], due: [Truth], outcome: Outcome)

  static let rows: [Row] = [
    ([.no], Truth.allCases, Truth.allCases, .notApplicable),
    ([.yes, .unknown], [.yes], Truth.allCases, .satisfied),
    ([.yes, .unknown], [.no, .unknown, .error], [.no], .notYetDue),
    ([.yes], [.no], [.yes], .violated),
    ([.yes], [.error], [.yes], .undetermined),
    ([.unknown, .error], [.no, .unknown, .error], [.yes], .undetermined),
    ([.error], [.yes], [.yes], .undetermined),
    // The due day itself is not known: neither late nor early can be said.
    ([.yes, .unknown], [.no, .unknown, .error], [.unknown, .error], .undetermined),
  ]

  @Test(arguments: rows.indices) func row(_ index: Int) {
    let row = Self.rows[index]
    for applies in row.applies {
      for requirement in row.requirement {
        for due in row.due {
          for whenMissing in [Outcome.violated, .undetermined] {
            let outcome = OutcomeTable.outcome(
              applies: applies, requirement: requirement, isDue: due, whenMissing: whenMissing)
            #expect(outcome == row.outcome, "\(applies) \(requirement) \(due)")
          }
        }
      }
    }
  }

  @Test(arguments: [Outcome.violated, .undetermined])
  func openRequirementFollowsTheRule(whenMissing: Outcome) {
    let outcome = OutcomeTable.outcome(
      applies: .yes, requirement: .unknown, isDue: .yes, whenMissing: whenMissing)
    #expect(outcome == whenMissing)
  }
}
