import CEL
import Evaluator
import JSON
import RulePacks

/// Puts one slip after the other into the declarations of a pack and looks whether its cases notice.
public struct MutationRun: Sendable {
  private let suite: CaseSuite
  private let open: OpenPack
  private let cases: [PreparedCase]
  private let populations: [PreparedPopulationCase]

  /// - Parameter open: the pack as its manifest sets it.
  public init(_ suite: CaseSuite, _ open: OpenPack) {
    self.suite = suite
    self.open = open
    var packs: [CaseSetting: PreparedPack] = [:]
    for (setting, opened) in suite.packs(for: suite.cases) {
      packs[setting] = opened.open.map { PreparedPack($0) }
    }
    var cases: [PreparedCase] = []
    var populations: [PreparedPopulationCase] = []
    for ruleCase in suite.cases {
      guard let pack = packs[CaseSetting(ruleCase)] else { continue }
      let outcome = CaseRunner(pack.evaluator).run(ruleCase)
      guard outcome.passes else { continue }
      cases += outcome.judgedRecords.map {
        PreparedCase(ruleCase: $0.ruleCase, pack: pack, result: $0.judged.result)
      }
      if let population = ruleCase.population {
        populations.append(PreparedPopulationCase(ruleCase: ruleCase, population: population, pack: pack))
      }
    }
    self.cases = cases
    self.populations = populations
  }

  /// Tries the mutants of the pack's own declarations, on all cores.
  ///
  /// - Parameter subject: only those of this rule, award or parameter; nil tries all.
  public func report(subject: Text? = nil) -> MutationReport {
    let declarations = (open.declarations + open.populationDeclarations).filter { declaration in
      declaration.isOwn && subject.map { $0 == declaration.name } ?? true
    }
    let verdicts = Parallel.map(declarations) { declaration in
      MutantTrial(declaration: declaration, open: open, cases: cases, populations: populations).verdicts()
    }.flatMap { $0 }
    return MutationSummary(verdicts, EquivalentMutants(folder: suite.folder), isWhole: subject == nil).report
  }
}

/// The verdicts on mutants held against the list of equivalent ones.
private struct MutationSummary {
  let report: MutationReport

  init(
    _ verdicts: [(mutant: Mutant, verdict: MutantTrial.Verdict)], _ listed: EquivalentMutants, isWhole: Bool
  ) {
    let places = Dictionary(
      listed.entries.map { ($0.entry, $0.place) }, uniquingKeysWith: { first, _ in first })
    var bySort: [MutantSort: (tried: Int, noticed: Int)] = [:]
    var (unnoticed, equivalent): ([Mutant], [Mutant]) = ([], [])
    var problems: [MutationReport.Problem] = []
    var known: Set<EquivalentMutants.Entry> = []
    for (mutant, verdict) in verdicts {
      known.insert(mutant.entry)
      let place = places[mutant.entry]
      switch (verdict, place) {
      case (.unnoticed, _?):
        equivalent.append(mutant)
        continue
      case (.unnoticed, nil): unnoticed.append(mutant)
      case (.noticed(let name), let place?): problems.append(.init(place: place, reason: .noticed(by: name)))
      case (.noticed, nil): break
      }
      bySort[mutant.sort, default: (0, 0)].tried += 1
      if case .noticed = verdict { bySort[mutant.sort, default: (0, 0)].noticed += 1 }
    }
    for (entry, place) in listed.entries where isWhole && !known.contains(entry) {
      problems.append(.init(place: place, reason: .unknown))
    }
    problems.sort { $0.place.byte < $1.place.byte }
    report = MutationReport(
      tried: verdicts.count, unnoticed: unnoticed, equivalent: equivalent, bySort: bySort, problems: problems,
      defects: listed.defects)
  }
}
