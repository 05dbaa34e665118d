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
    for round in 0..<400 {
      let workers = Workers.population(&random, gaps: round % 4)
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
    #expect(seen.values.allSatisfy { $0 > 100 } && seen.count == 3)
  }

  /// The groups of a complete population, computed the long way.
  @Test func completeGroupsAreWhatSchoolArithmeticSays() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 12)
    for _ in 0..<400 {
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
    for round in 0..<250 {
      let workers = Workers.population(&random, gaps: round % 4)
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
    #expect(final > 1000)
  }

  private func description(_ outcome: PopulationOutcome) -> [String] {
    outcome.groups.map { "\($0.rule) \($0.group) \($0.outcome) \($0.members) \($0.missing)" }
      + outcome.rosters.map { roster in
        "\(roster.award) \(String(describing: roster.group)) \(roster.limits) \(roster.ineligible) "
          + roster.nominees.map {
            "\($0.key) \($0.status) \(String(describing: $0.rank)) \($0.isProvisional) \($0.dependsOn)"
          }.joined(separator: ", ")
      }
  }

  @Test func orderAndPartsChangeNothing() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 14)
    for round in 0..<300 {
      let workers = Workers.population(&random, gaps: round % 4)
      let rejected = round % 2
      let whole = description(try #require(Workers.outcome([workers], evaluator, rejected: rejected)))
      var shuffled = workers
      shuffled.shuffle(using: &random)
      let split = Int.random(in: 0...workers.count, using: &random)
      let parts = [Array(shuffled.prefix(split)), Array(shuffled.dropFirst(split))]
      #expect(description(try #require(Workers.outcome(parts, evaluator, rejected: rejected))) == whole)
    }
  }
}
