import CEL
import Evaluator
import JSON

extension CompiledRule {
  /// What decides the outcome of the rule; two rules with one meaning can't be told apart by their outcomes.
  func meaning(in pack: CompiledPack) -> [Text] {
    [
      check.applies?.text ?? "true", check.requires.text, check.due?.text ?? "", check.exceeds?.text ?? "",
      whenMissing.name, on, period.meaning(in: pack),
    ]
  }
}

extension CompiledPopulationRule {
  func meaning(in pack: CompiledPack) -> [Text] {
    [on, group ?? "", period.meaning(in: pack), check.filter?.text ?? "true"]
      + check.groupBy.map(\.value.text)
      + ["requires"] + check.requires.bounds.flatMap { [$0.name, $0.value.text] } + check.aggregation.meaning
  }
}

extension Aggregation {
  fileprivate var meaning: [Text] {
    switch self {
    case .share(let counted, let base, let places):
      ["share", counted.text, base?.text ?? "true", places.map { Text("\($0.count) \($0.mode.name)") } ?? ""]
    case .value(let function, let value): ["value", function.name, value?.text ?? ""]
    case .trend(let trend):
      [
        "trend", trend.function.name, trend.value?.text ?? "", trend.by.text, trend.current.text,
        trend.isPercent ? "%" : "",
      ]
    case .unique(let keys): ["unique"] + keys.map(\.text)
    case .partition(let members, let covers): ["partition", members.text, covers]
    }
  }
}

extension CompiledAward {
  /// What decides verdicts and rosters; who decides the award is no part of either.
  var meaning: [Text] {
    [
      applies?.text ?? "true", Text("\(requires)"), form ?? id, subject?.text ?? "", year?.text ?? "",
      ties.name,
    ] + rankBy.flatMap { [$0.value.text, $0.isDescending ? "descending" : "ascending"] } + ["per"]
      + per.map(\.value.text) + quotas.flatMap(\.meaning)
  }
}

extension Quota {
  fileprivate var meaning: [Text] {
    let size: [Text] =
      switch size {
      case .number(let number): [number.text]
      case .share(let share, of: .records(let base)): [share.text, "%", base.text]
      case .share(let share, of: .awards(let awards, let standing)):
        [share.text, "%", Text("\(awards)"), standing.name]
      }
    return ["quota"] + size + per.map(\.value.text) + [rounding.name, applies?.text ?? "true"]
  }
}

extension Parameter {
  func meaning(in pack: CompiledPack) -> [Text] {
    switch pack.lawDate {
    case .day(let day): [Text("\(value(on: day).map { ValueText.plain($0) } ?? "")")]
    case .field:
      values.flatMap { [$0.span.meaning(in: pack), ValueText.plain($0.value)] }
    }
  }
}

extension DateSpan {
  /// Where all records are judged by one day, all that counts is whether the span holds it.
  fileprivate func meaning(in pack: CompiledPack) -> Text {
    switch pack.lawDate {
    case .day(let day): contains(day) ? "in force" : "not in force"
    case .field: (from?.text ?? "") + "/" + (before?.text ?? "")
    }
  }
}
