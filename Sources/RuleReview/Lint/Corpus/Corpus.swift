import CEL
import Evaluator
import JSON
import Populations

/// What a body of records made of a pack: how often each criterion was met, and which fields were filled.
public struct Corpus: Sendable {
  /// How often a criterion was judged, and how.
  struct Tally: Sendable {
    var met = 0
    var unmet = 0
    /// Undetermined, or not due yet.
    var open = 0

    var judged: Int { met + unmet + open }

    mutating func add(_ outcome: Outcome) {
      switch outcome {
      case .satisfied: met += 1
      case .violated: unmet += 1
      case .undetermined, .notYetDue: open += 1
      case .notApplicable: break
      }
    }

    mutating func add(_ standing: Verdict.Standing) {
      switch standing {
      case .eligible: met += 1
      case .ineligible: unmet += 1
      case .undetermined: open += 1
      case .notApplicable: break
      }
    }
  }

  /// By place in `CompiledPack.rules`, `populationRules` and `awards`.
  private(set) var rules: [Tally]
  private(set) var groups: [Tally]
  private(set) var awards: [Tally]
  /// How many records and sections of each type there were.
  private(set) var records: [Text: Int] = [:]
  /// Fields that some record or section gives, by type.
  private(set) var filled: [Text: Set<Text>] = [:]

  public init(_ pack: CompiledPack) {
    rules = pack.rules.map { _ in Tally() }
    groups = pack.populationRules.map { _ in Tally() }
    awards = pack.awards.map { _ in Tally() }
  }

  /// Takes a record as it was handed in, without the records that it relates to, and what was found on it.
  public mutating func add(_ record: RecordValue, _ result: RecordResult) {
    add(record)
    for finding in result.findings { rules[finding.rule].add(finding.outcome) }
    for verdict in result.verdicts { awards[verdict.award].add(verdict.standing) }
  }

  /// Takes what the records decide together.
  public mutating func add(_ outcome: PopulationOutcome) {
    for group in outcome.groups { groups[group.rule].add(group.outcome) }
  }

  private mutating func add(_ record: RecordValue) {
    records[record.type.name, default: 0] += 1
    for (field, slot) in zip(record.type.fields, record.slots) {
      guard let value = slot else { continue }
      filled[record.type.name, default: []].insert(field.name)
      add(value)
    }
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .record(let section): add(section)
    case .list(let list): for element in list.elements { add(element) }
    default: break
    }
  }
}
