import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// What is said of one record by one rule, in both languages.
struct TrialTexts {
  /// By name, as results have them.
  let items: [Text]
  let outcome: Outcome
  let vi: Text
  let en: Text
  /// The Vietnamese of the pack that was stored and read again.
  let stored: Text

  init(fields: Text, model: Text? = nil, rule: Text, record: Text) throws {
    let example = KindExample(
      vi: "Thử", en: "Trial", fields: fields, model: model, rule: rule, record: record,
      asOf: "2024-01-01", .violated())
    let trial = try ExampleTrial(example, registry: .builtIn)
    let finding = try #require(trial.finding(on: trial.record))
    outcome = finding.outcome
    items = finding.failingItems
    vi = MessageRenderer(trial.pack, .vi).text(finding)
    en = MessageRenderer(trial.pack, .en).text(finding)
    stored = MessageRenderer(try CompiledPack(stored: trial.pack.stored), .vi).text(finding)
  }
}
