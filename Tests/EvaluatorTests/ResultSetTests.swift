import Evaluator
import Testing

/// Group results against the definition: try every choice of every member.
@Suite struct ResultSetTests {
  static let single: [ResultSet] = [.satisfied, .violated, .notApplicable]
  static let sets: [ResultSet] = (1...7).map { ResultSet(rawValue: $0) }

  /// Every way to pick one result a member.
  static func choices(_ members: [ResultSet]) -> [[ResultSet]] {
    members.reduce([[]]) { chosen, member in
      chosen.flatMap { choice in single.filter(member.contains).map { choice + [$0] } }
    }
  }

  static func bruteForce(_ members: [ResultSet], _ decide: ([ResultSet]) -> ResultSet) -> ResultSet {
    choices(members).reduce(into: []) { $0.formUnion(decide($1)) }
  }

  static let groups: [[ResultSet]] = (1...3).flatMap { count in
    (0..<count).reduce([[]]) { groups, _ in groups.flatMap { group in sets.map { group + [$0] } } }
  }

  @Test func allAgreesWithItsDefinition() {
    for members in Self.groups {
      let expected = Self.bruteForce(members) { choice in
        choice.contains(.violated) ? .violated : choice.contains(.satisfied) ? .satisfied : .notApplicable
      }
      #expect(ResultSet.all(members) == expected, "\(members)")
    }
  }

  @Test func anyAgreesWithItsDefinition() {
    for members in Self.groups {
      let expected = Self.bruteForce(members) { choice in
        choice.contains(.satisfied) ? .satisfied : choice.contains(.violated) ? .violated : .notApplicable
      }
      #expect(ResultSet.any(members) == expected, "\(members)")
    }
  }

  @Test(arguments: 1...4) func atLeastAgreesWithItsDefinition(count: Int) {
    for members in Self.groups {
      let expected = Self.bruteForce(members) { choice in
        if choice.allSatisfy({ $0 == .notApplicable }) { return .notApplicable }
        return choice.count { $0 == .satisfied } >= count ? .satisfied : .violated
      }
      #expect(ResultSet.atLeast(count, members) == expected, "\(count) of \(members)")
    }
  }

  @Test func aRuleStandsForWhatItMayStillBe() {
    func set(_ outcome: Outcome, applies: Bool?, holds: Bool?) -> ResultSet {
      var finding = Finding(rule: 0, outcome: outcome)
      finding.applies = applies
      finding.holds = holds
      return ResultSet(of: finding)
    }
    #expect(set(.satisfied, applies: true, holds: true) == .satisfied)
    #expect(set(.violated, applies: true, holds: false) == .violated)
    #expect(set(.violated, applies: true, holds: nil) == .violated)
    #expect(set(.notApplicable, applies: false, holds: nil) == .notApplicable)
    #expect(set(.undetermined, applies: true, holds: nil) == [.satisfied, .violated])
    #expect(set(.notYetDue, applies: true, holds: false) == [.satisfied, .violated])
    #expect(set(.satisfied, applies: nil, holds: true) == [.satisfied, .notApplicable])
    #expect(set(.undetermined, applies: nil, holds: false) == [.violated, .notApplicable])
    #expect(set(.undetermined, applies: nil, holds: nil) == [.satisfied, .violated, .notApplicable])
    #expect(set(.notYetDue, applies: nil, holds: false) == [.violated, .notApplicable])
  }
}
