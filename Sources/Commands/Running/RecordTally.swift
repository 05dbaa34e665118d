import CEL
import Evaluator
import JSON
import Populations
import Records
import Reports
import RuleReview

/// What the records of a run come to: counts, whether something failed, and what waivers let pass.
struct RecordTally {
  let pack: CompiledPack
  let policy: FailurePolicy
  var summary: ReportSummary
  var hasFailed: Bool
  private(set) var waivers: RecordWaivers?

  /// - Parameters:
  ///   - counted: of records that have been judged elsewhere.
  ///   - hasFailed: whether one of them failed.
  init(
    _ pack: CompiledPack, _ policy: FailurePolicy, _ waivers: RecordWaivers?, counted: ReportSummary? = nil,
    hasFailed: Bool = false
  ) {
    self.pack = pack
    self.policy = policy
    self.waivers = waivers
    self.hasFailed = hasFailed
    summary = counted ?? ReportSummary(pack)
  }

  mutating func add(_ located: LocatedRecord, _ result: RecordResult) -> ReportedRecord {
    let waived = waivers?.waivers(of: result, key: located.key.text) ?? [:]
    let rules = Set(waived.keys)
    summary.add(result, waived: rules)
    hasFailed = hasFailed || policy.fails(result, pack, besides: rules)
    return ReportedRecord(located, result, waivers: waived)
  }

  mutating func add(_ rejection: Rejection) {
    summary.rejected += 1
    if let key = rejection.key { waivers?.pass(type: rejection.type, key: key.text) }
  }

  /// Writes what is found once all records are judged.
  mutating func end(
    _ outcome: PopulationOutcome?, _ writer: inout any ReportWriter, into output: inout [UInt8]
  ) {
    for group in outcome?.groups ?? [] {
      hasFailed = hasFailed || policy.fails(pack.populationRules[group.rule].severity, group.outcome)
      writer.group(group, into: &output)
    }
    for roster in outcome?.rosters ?? [] { writer.roster(roster, into: &output) }
    for finding in waivers?.findings ?? [] {
      // As much as a target that is missed: it keeps nobody from an award.
      hasFailed = hasFailed || policy.fails(.target, .violated)
      writer.waiver(finding, into: &output)
    }
    writer.end(summary, into: &output)
  }

  var status: ExitStatus { summary.rejected > 0 ? .recordsRejected : hasFailed ? .findings : .clean }
}
