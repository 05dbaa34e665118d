import Evaluator
import JSON

extension RuleBuilder {
  /// A rule of either sort that was compiled without anything to report.
  enum Sound: Sendable {
    case record(CompiledRule)
    case population(CompiledPopulationRule)

    var record: CompiledRule? { if case .record(let rule) = self { rule } else { nil } }
    var population: CompiledPopulationRule? { if case .population(let rule) = self { rule } else { nil } }
  }

  /// Compiles rules on two threads: most of the time of loading a pack goes into its rules, each of which stands for
  /// itself.
  ///
  /// A log belongs to one thread, and defects are told in order of the rules; so what has anything to report is left to
  /// be compiled again, with this builder's own log.
  ///
  /// - Returns: by place of the declarations; nil for a rule of which something is to be reported.
  func soundRules(_ declarations: [Declaration]) -> [Sound?] {
    HelpedMap.map(declarations) {
      [registry, schema, checkedTypes, sources, environments, compilers] declaration in
      let log = DefectLog()
      let builder = RuleBuilder(
        registry: registry, schema: schema, checkedTypes: checkedTypes, sources: sources,
        environments: environments, compilers: compilers, log: log)
      let rule = builder.sound(declaration)
      return log.defects.isEmpty && log.warnings.isEmpty ? rule : nil
    }
  }

  private func sound(_ declaration: Declaration) -> Sound? {
    isPopulation(declaration)
      ? populationRule(declaration).map(Sound.population) : rule(declaration).map(Sound.record)
  }

  /// True for a rule on many records, whether broken or not.
  func isPopulation(_ declaration: Declaration) -> Bool {
    declaration.node["kind"]?.text.flatMap { registry[$0] }?.isPopulation ?? false
  }
}
