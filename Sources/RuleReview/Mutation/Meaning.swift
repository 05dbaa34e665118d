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

extension CompiledAward {
  var meaning: [Text] { [applies?.text ?? "true", Text("\(requires)")] }
}

extension Parameter {
  func meaning(in pack: CompiledPack) -> [Text] {
    switch pack.lawDate {
    case .day(let day): [Text("\(value(on: day).map { ValueText(.en).text($0) } ?? "")")]
    case .field:
      values.flatMap { [$0.span.meaning(in: pack), ValueText(.en).text($0.value)] }
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
