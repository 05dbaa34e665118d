import CEL
import JSON
import RulePacks

/// What came of one example of a template kind.
public struct TemplateExampleOutcome: Sendable {
  public let kind: Text
  public let title: LocalizedText
  /// What it has other than it says, one line each; empty where it holds.
  public let differences: [Text]
  /// Why it could not be run.
  public let defects: [PackDefect]

  public var passes: Bool { differences.isEmpty && defects.isEmpty }

  /// Runs every example of the template kinds of a pack, in order.
  public static func all(of open: OpenPack, registry: KindRegistry) -> [TemplateExampleOutcome] {
    let examples = open.templates.flatMap { kind in kind.examples.map { (kind.name, $0) } }
    return Parallel.map(examples) { kind, example in run(example, of: kind, registry) }
  }

  private static func run(
    _ example: KindExample, of kind: Text, _ registry: KindRegistry
  ) -> TemplateExampleOutcome {
    do throws(ExampleTrial.Failure) {
      let trial = try ExampleTrial(example, registry: registry)
      return TemplateExampleOutcome(
        kind: kind, title: example.title, differences: trial.differences(in: trial.finding(on: trial.record)),
        defects: [])
    } catch {
      switch error {
      case .malformed(let text):
        return TemplateExampleOutcome(kind: kind, title: example.title, differences: [text], defects: [])
      case .defects(let defects):
        return TemplateExampleOutcome(kind: kind, title: example.title, differences: [], defects: defects)
      }
    }
  }
}
