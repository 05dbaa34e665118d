import CEL
import Evaluator
import JSON
import Populations
import Testing

/// What is said of a population with gaps, against every way in which the gaps may be filled.
@Suite struct CompletionTests {
  private func evaluator(ties: String = "exclude") throws -> PackEvaluator {
    let pack = try #require(Workers.pack(ties: ties))
    return PackEvaluator(pack, asOf: try CivilDate("2024-12-20"))
  }

  private func name(_ group: GroupFinding) -> [Text] { [Text("\(group.rule)")] + group.group }

  @Test func groupsAreDecidedOnlyWhereEveryCompletionAgrees() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 11)
    var seen: [Outcome: Int] = [:]
    for round in 0..<60 {
      let workers = Workers.population(&random, gaps: round % 3)
      let open = try #require(Workers.outcome([workers], evaluator))
      for whole in Workers.completions(of: workers) {
        let closed = try #require(Workers.outcome([whole], evaluator))
        let outcomes = Dictionary(
          closed.groups.map { (name($0), $0.outcome) }, uniquingKeysWith: { first, _ in first })
        for group in open.groups where group.outcome != .undetermined {
          #expect(outcomes[name(group)] == group.outcome, "\(workers) \(whole) \(name(group))")
        }
      }
      for group in open.groups { seen[group.outcome, default: 0] += 1 }
    }
    #expect(seen.values.allSatisfy { $0 > 20 } && seen.count == 3)
  }

  /// The groups of a complete population, computed the long way.
  @Test func completeGroupsAreWhatSchoolArithmeticSays() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 12)
    for _ in 0..<100 {
      let workers = Workers.population(&random, gaps: 0)
      let outcome = try #require(Workers.outcome([workers], evaluator))
      let good = workers.filter { $0.good == true }
      let scores = good.compactMap(\.score)
      for group in outcome.groups {
        let rule = evaluator.pack.populationRules[group.rule].id
        let holds: Bool?
        switch rule {
        case "share":
          let members = workers.filter { $0.unit == group.group.first?.string }
          holds = 2 * members.count { $0.good == true } >= members.count
        case "sum": holds = scores.reduce(0, +) >= 4
        case "mean": holds = scores.isEmpty ? nil : scores.reduce(0, +) > scores.count
        case "max": holds = scores.max().map { $0 <= 2 }
        case "distinct": holds = Set(scores).count >= 2
        default: holds = Set(good.map { "\($0.unit ?? "") \($0.score ?? 0)" }).count == good.count
        }
        let expected: Outcome = holds.map { $0 ? .satisfied : .violated } ?? .undetermined
        #expect(group.outcome == expected, "\(rule) \(workers)")
      }
    }
  }

  @Test(arguments: ["exclude", "include", "key"])
  func finalPlacesHoldInEveryCompletion(ties: String) throws {
    let evaluator = try evaluator(ties: ties)
    var random = SeededGenerator(seed: 13)
    var final = 0
    for round in 0..<40 {
      let workers = Workers.population(&random, gaps: round % 3)
      let open = try #require(Workers.outcome([workers], evaluator))
      for whole in Workers.completions(of: workers) {
        let closed = try #require(Workers.outcome([whole], evaluator))
        for roster in open.rosters {
          let nominated = Set(
            closed.rosters.filter { $0.award == roster.award }.flatMap(\.nominees)
              .filter { $0.status == .nominated }.map(\.key))
          for nominee in roster.nominees where !nominee.isProvisional {
            switch nominee.status {
            case .nominated:
              final += 1
              #expect(nominated.contains(nominee.key), "\(workers) \(whole)")
            case .reserve, .nearMiss:
              final += 1
              #expect(!nominated.contains(nominee.key), "\(workers) \(whole)")
            case .undetermined: break
            }
          }
        }
      }
    }
    #expect(final > 100)
  }

  /// Everyone in whose gaps a provisional status hangs stands in its `dependsOn`, or in that of one who is named there in
  /// a roster that this award asks for or counts.
  private func reach(_ nominee: Nominee, _ award: Int, _ rosters: [Roster]) -> Set<Text> {
    var reached = Set(nominee.dependsOn.keys)
    for roster in rosters where roster.award < award {
      for other in roster.nominees where nominee.dependsOn.keys.contains(other.key) && other.isProvisional {
        reached.formUnion(reach(other, roster.award, rosters))
      }
    }
    return reached
  }

  @Test(arguments: ["exclude", "include", "key"])
  func provisionalPlacesNameAllThatChangesThem(ties: String) throws {
    let evaluator = try evaluator(ties: ties)
    var random = SeededGenerator(seed: 18)
    var changes = 0
    for round in 0..<60 {
      let workers = Workers.population(&random, gaps: 1 + round % 2)
      let open = try #require(Workers.outcome([workers], evaluator))
      let completions = try Workers.completions(of: workers).map { whole in
        let rosters = Array(try #require(Workers.outcome([whole], evaluator)).rosters)
        return (whole, rosters)
      }
      for roster in open.rosters {
        for nominee in roster.nominees where nominee.isProvisional {
          let reached = reach(nominee, roster.award, Array(open.rosters))
          func isNominated(_ rosters: [Roster]) -> Bool {
            rosters.contains { other in
              other.award == roster.award
                && other.nominees.contains { $0.key == nominee.key && $0.status == .nominated }
            }
          }
          for (left, leftRosters) in completions {
            for (right, rightRosters) in completions {
              let different = zip(left, right).filter { $0.0.json != $0.1.json }
              guard different.count == 1, isNominated(leftRosters) != isNominated(rightRosters) else {
                continue
              }
              changes += 1
              #expect(reached.contains(different[0].0.key), "\(workers) \(nominee.key) \(roster.award)")
            }
          }
        }
      }
    }
    #expect(changes > 20)
  }
}
