import CEL
import Evaluator

/// The law dates on which two packs are compared: between them nothing changes in either.
struct LawDays {
  private let days: [(old: CivilDate?, new: CivilDate?)]

  init(_ old: CompiledPack, _ new: CompiledPack) {
    if case .day(let before) = old.lawDate, case .day(let after) = new.lawDate {
      days = [(before, after)]
      return
    }
    var ends: Set<CivilDate> = []
    for pack in [old, new] {
      var spans = pack.rules.map(\.period) + [pack.period]
      for parameter in pack.parameters { spans += parameter.values.map(\.span) }
      for span in spans {
        if let from = span.from { ends.insert(from) }
        if let before = span.before { ends.insert(before) }
      }
    }
    var all = ends.sorted()
    if let first = all.first, let day = try? first.adding(days: -1) { all.insert(day, at: 0) }
    let judged = all.filter { old.period.contains($0) || new.period.contains($0) }
    days = judged.isEmpty ? [(nil, nil)] : judged.map { ($0, $0) }
  }

  /// What holds on every day, and since when the two differ.
  func compare(
    _ compare: (_ old: CivilDate?, _ new: CivilDate?) -> Inclusion
  ) -> RuleComparison.Outcome {
    let found = days.map { (day: $0.new, inclusion: compare($0.old, $0.new)) }
    let since = found.first { $0.inclusion != .same }?.day
    return RuleComparison.Outcome(
      inclusion: found.reduce(.same) { $0.joined($1.inclusion) },
      since: found.first?.inclusion == .same ? since : nil)
  }
}
