import CEL
import JSON

extension PackEvaluator {
  /// The day that selects rules and parameter values for a record (DESIGN §3).
  public func lawDateOf(_ record: RecordValue) -> Result<CivilDate, Evaluation.Refusal> {
    switch pack.lawDate {
    case .day(let day): return .success(day)
    case .field(let name):
      guard let slot = record.type.slot(of: name), case .date(let day)? = record.slots[slot] else {
        return .failure(.lawDateMissing(field: name))
      }
      // Another law than the pack's held on that day.
      guard pack.period.contains(day) else {
        return .failure(.noRuleInForce(type: record.type.name, day: day))
      }
      return .success(day)
    }
  }
}
