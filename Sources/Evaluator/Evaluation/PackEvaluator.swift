import CEL
import JSON

/// Judges records one by one by a compiled pack, on one day of knowledge.
public struct PackEvaluator: Sendable {
  public let pack: CompiledPack
  /// Read by due dates and elapsed time only.
  public let asOf: CivilDate
  /// Rules by name of their record type, by place in the pack.
  let rulesByType: [Text: [Int]]
  let awardsByType: [Text: [Int]]
  public let context: CallContext

  public init(_ pack: CompiledPack, asOf: CivilDate, timeZone: CallContext.TimeZoneHook? = nil) {
    self.pack = pack
    self.asOf = asOf
    var rulesByType: [Text: [Int]] = [:]
    for (place, rule) in pack.rules.enumerated() { rulesByType[rule.on, default: []].append(place) }
    var awardsByType: [Text: [Int]] = [:]
    for (place, award) in pack.awards.enumerated() { awardsByType[award.on, default: []].append(place) }
    self.rulesByType = rulesByType
    self.awardsByType = awardsByType
    context = CallContext(timeZone: timeZone, packOffset: pack.timeZoneOffset)
  }

  /// Every finding and verdict on one record.
  public func evaluate(_ record: RecordValue) -> Evaluation {
    let lawDate: CivilDate
    switch lawDateOf(record) {
    case .success(let day): lawDate = day
    case .failure(let refusal): return .refused(refusal)
    }
    let activation = activation(for: record, on: lawDate)
    var findings: [Finding] = []
    var places = [Int?](repeating: nil, count: pack.rules.count)
    for place in rulesByType[record.type.name] ?? [] where pack.rules[place].period.contains(lawDate) {
      places[place] = findings.count
      findings.append(finding(of: place, activation))
    }
    guard !findings.isEmpty else { return .refused(.noRuleInForce(type: record.type.name, day: lawDate)) }
    let verdicts = (awardsByType[record.type.name] ?? []).map {
      verdict(of: $0, findings: findings, places: places, activation)
    }
    return .judged(RecordResult(record: record, lawDate: lawDate, findings: findings, verdicts: verdicts))
  }

  /// The variables that formulas read: each parameter by its place, then `asOf`.
  public func activation(for record: RecordValue, on lawDate: CivilDate) -> Activation {
    var variables: [Value?] = pack.parameters.map { $0.value(on: lawDate) }
    variables.append(.date(asOf))
    return Activation(record: record, variables: variables, context: context)
  }
}
