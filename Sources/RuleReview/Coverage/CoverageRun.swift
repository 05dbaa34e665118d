import CEL
import Evaluator
import JSON
import RulePacks

/// Counts what cases expect and see of each of a pack's own rules; what comes about without being expected is not
/// tested.
public struct CoverageRun: Sendable {
  private let open: OpenPack

  /// - Parameter open: the pack as its manifest sets it; rules that it leaves off count too.
  public init(_ open: OpenPack) { self.open = open }

  public func report(_ outcomes: [CaseOutcome]) -> CoverageReport {
    var seen: [Text: [CoverageAspect: Int]] = [:]
    for record in outcomes.filter(\.passes).flatMap(\.judgedRecords) {
      for finding in record.judged.result.findings {
        let rule = record.judged.pack.rules[finding.rule].id
        let isExpected = record.ruleCase.findings.contains { $0.rule == rule && $0.outcome != nil }
        guard isExpected else { continue }
        if let aspect = CoverageAspect(rawValue: finding.outcome.name.string) {
          seen[rule, default: [:]][aspect, default: 0] += 1
        }
        if finding.isAtLimit { seen[rule, default: [:]][.atLimit, default: 0] += 1 }
      }
    }
    for group in outcomes.filter(\.passes).flatMap({ $0.ruleCase.population?.expected.groups ?? [] }) {
      if let aspect = group.outcome.flatMap({ CoverageAspect(rawValue: $0.name.string) }) {
        seen[group.rule, default: [:]][aspect, default: 0] += 1
      }
    }
    func row(_ declaration: PackDeclaration, _ possible: [CoverageAspect]) -> CoverageReport.Row {
      CoverageReport.Row(
        rule: declaration.name, file: declaration.file, line: declaration.node.position.line,
        possible: possible, seen: seen[declaration.name] ?? [:])
    }
    let onRecords = open.declarations.filter { $0.isOwn && $0.sort == .rule }
      .compactMap { declaration in open.compiled(declaration).map { row(declaration, possible($0)) } }
    // A group that passes the filter of its rule may be met, not met, or open through a member.
    let onGroups = open.populationDeclarations.filter(\.isOwn)
      .map { row($0, [.satisfied, .violated, .undetermined]) }
    return CoverageReport(rows: onRecords + onGroups)
  }

  private func possible(_ rule: CompiledRule) -> [CoverageAspect] {
    CoverageAspect.allCases.filter { aspect in
      switch aspect {
      case .satisfied, .violated: true
      case .undetermined: isOpenWithoutFacts(rule)
      case .notYetDue: rule.check.due != nil
      case .notApplicable: rule.check.applies != nil
      case .atLimit: rule.check.limit != nil && rule.check.measured != nil
      }
    }
  }

  /// True where a record of which nothing is given leaves the rule open; else nothing that is missing does.
  private func isOpenWithoutFacts(_ rule: CompiledRule) -> Bool {
    guard let type = open.pack.recordTypes.first(where: { $0.name == rule.on }) else { return false }
    let nothing = RecordValue(
      type: type, slots: [Value?](repeating: nil, count: type.fields.count), path: .root)
    let day: CivilDate
    switch open.pack.lawDate {
    case .day(let fixed): day = fixed
    case .field: day = rule.period.from ?? open.pack.period.from ?? .first
    }
    let activation = PackEvaluator(open.pack, asOf: .last).activation(for: nothing, on: day)
    let applies = rule.check.applies?.program.evaluate(activation) ?? .bool(true)
    let requirement = rule.check.requires.program.evaluate(activation)
    return OutcomeTable.outcome(
      applies: Truth(applies), requirement: Truth(requirement), isDue: .yes, whenMissing: rule.whenMissing)
      == .undetermined
  }
}

extension Finding {
  /// True where the measured value is one of the limits itself.
  fileprivate var isAtLimit: Bool {
    guard let measured else { return false }
    let text = ValueText.plain(measured)
    return limit.contains { ValueText.plain($0.value) == text }
  }
}
