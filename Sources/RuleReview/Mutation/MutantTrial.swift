import CEL
import Evaluator
import JSON
import RulePacks

/// Tries the mutants of one declaration on the cases that reach it.
struct MutantTrial {
  enum Verdict: Sendable {
    /// The name of the first case that fails with the mutant.
    case noticed(by: Text)
    case unnoticed
  }

  let declaration: PackDeclaration
  let open: OpenPack
  let cases: [PreparedCase]
  /// Cases whose records are judged together: what records alone don't notice may move their groups and rosters.
  let populations: [PreparedPopulationCase]

  /// Each legal mutant with a meaning of its own, and whether a case notices it.
  func verdicts() -> [(mutant: Mutant, verdict: Verdict)] {
    let mutants = DeclarationMutator(macros: open.macros).mutants(of: declaration)
    switch declaration.sort {
    case .rule:
      return open.pack.populationRules.contains { $0.id == declaration.name }
        ? populationRules(mutants) : rules(mutants)
    case .award: return awards(mutants)
    case .parameter: return parameters(mutants)
    }
  }

  private func rules(_ mutants: [Mutant]) -> [(Mutant, Verdict)] {
    guard let original = open.compiled(declaration) else { return [] }
    let meaning = original.meaning(in: open.pack)
    let places = cases.map { $0.pack.places[declaration.name] }
    let reached = zip(cases, places).compactMap { prepared, place in
      place.flatMap { prepared.reaches(rule: declaration.name, place: $0) ? (prepared, $0) : nil }
    }
    let together = populations.filter { $0.reaches(rule: declaration.name) }
    return mutants.compactMap { mutant in
      guard let node = node(mutant), let rule = open.rule(node), rule.meaning(in: open.pack) != meaning else {
        return nil
      }
      let noticing = firstNoticing(reached.map(\.0)) { prepared, evaluators in
        let place = prepared.pack.places[declaration.name] ?? 0
        let evaluator = evaluators.evaluator(for: prepared) { $0.rules[place] = rule }
        return evaluator.reevaluate(prepared.result, replacing: [place], awards: prepared.awards(over: place))
      }
      return (
        mutant,
        noticing
          ?? firstNoticing(together) { prepared, pack in
            if let place = prepared.places[declaration.name] { pack.rules[place] = rule }
          }
      )
    }
  }

  private func awards(_ mutants: [Mutant]) -> [(Mutant, Verdict)] {
    let reached = cases.filter { $0.reaches(award: declaration.name) }
    let together = populations.filter { $0.reaches(award: declaration.name) }
    return mutants.compactMap { mutant in
      guard let node = node(mutant), let place = declaration.place, let award = open.award(node),
        award.meaning != open.pack.awards[place].meaning
      else { return nil }
      let noticing = firstNoticing(reached) { prepared, evaluators in
        // Places of rules differ between packs that are set differently.
        let evaluator = evaluators.evaluator(for: prepared) { pack in
          if let award = prepared.pack.open.award(node) { pack.awards[place] = award }
        }
        return evaluator.reevaluate(prepared.result, replacing: [], awards: [place])
      }
      return (
        mutant,
        noticing
          ?? firstNoticing(together) { prepared, pack in
            if let award = prepared.open.award(node) { pack.awards[place] = award }
          }
      )
    }
  }

  private func parameters(_ mutants: [Mutant]) -> [(Mutant, Verdict)] {
    guard let place = declaration.place else { return [] }
    let original = open.pack.parameters[place]
    let reached = cases.filter { $0.reaches(rules: $0.pack.readers(of: declaration.name)) }
    return mutants.compactMap { mutant in
      guard let node = node(mutant), let parameter = open.parameter(node),
        parameter.meaning(in: open.pack) != original.meaning(in: open.pack)
      else { return nil }
      let noticing = firstNoticing(reached) { prepared, evaluators in
        let evaluator = evaluators.evaluator(for: prepared) { $0.parameters[place].values = parameter.values }
        return evaluator.evaluate(prepared.result.record) { prepared.result.beyond[$0] ?? .open }
      }
      return (
        mutant,
        noticing ?? firstNoticing(populations) { $1.parameters[place].values = parameter.values }
      )
    }
  }

  private func populationRules(_ mutants: [Mutant]) -> [(Mutant, Verdict)] {
    guard let place = open.pack.populationRules.firstIndex(where: { $0.id == declaration.name }) else {
      return []
    }
    let meaning = open.pack.populationRules[place].meaning(in: open.pack)
    let together = populations.filter { $0.reaches(populationRule: declaration.name) }
    return mutants.compactMap { mutant in
      guard let node = node(mutant), let rule = open.populationRule(node),
        rule.meaning(in: open.pack) != meaning
      else { return nil }
      return (
        mutant,
        firstNoticing(together) { _, pack in
          let own = pack.populationRules.firstIndex { $0.id == declaration.name }
          if let own { pack.populationRules[own] = rule }
        }
      )
    }
  }

  private func firstNoticing(
    _ cases: [PreparedPopulationCase], _ mutate: (PreparedPack, inout CompiledPack) -> Void
  ) -> Verdict {
    for prepared in cases {
      let evaluator = prepared.pack.evaluator.on(prepared.ruleCase.asOf)
        .replacing { mutate(prepared.pack, &$0) }
      if !PopulationCaseRunner(evaluator, prepared.ruleCase, prepared.population).passes {
        return .noticed(by: prepared.ruleCase.name)
      }
    }
    return .unnoticed
  }

  /// Nil where none of these cases notices.
  private func firstNoticing(
    _ cases: [PreparedCase], _ evaluate: (PreparedCase, inout MutatedEvaluators) -> Evaluation
  ) -> Verdict? {
    var evaluators = MutatedEvaluators()
    for prepared in cases {
      let evaluation = evaluate(prepared, &evaluators)
      let runner = CaseRunner(prepared.pack.pack)
      if !runner.compare(prepared.ruleCase, evaluation).isEmpty {
        return .noticed(by: prepared.ruleCase.name)
      }
    }
    return nil
  }

  /// The declaration of a mutant as a tree of its own; a parameter stands under its name.
  private func node(_ mutant: Mutant) -> JSONNode? {
    let isMember = declaration.sort == .parameter
    let value =
      isMember ? JSONValue.object([.init(declaration.name, mutant.declaration)]) : mutant.declaration
    guard let document = try? JSONDocument.parse(value.text.utf8) else { return nil }
    return isMember ? document.root[declaration.name] : document.root
  }
}

/// One evaluator for each pack and day that the cases of a mutant ask for.
struct MutatedEvaluators {
  private var evaluators: [Key: PackEvaluator] = [:]

  private struct Key: Hashable {
    let pack: ObjectIdentifier
    let asOf: CivilDate
  }

  mutating func evaluator(
    for prepared: PreparedCase, _ mutate: (inout CompiledPack) -> Void
  ) -> PackEvaluator {
    let key = Key(pack: ObjectIdentifier(prepared.pack), asOf: prepared.ruleCase.asOf)
    if let known = evaluators[key] { return known }
    let evaluator = prepared.pack.evaluator.on(prepared.ruleCase.asOf).replacing(mutate)
    evaluators[key] = evaluator
    return evaluator
  }
}
