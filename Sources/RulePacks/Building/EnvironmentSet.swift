import CEL
import Evaluator
import JSON

/// The environments of the record types, each made once.
struct EnvironmentSet {
  private var plainByType: [Text: Environment] = [:]
  private var dueByType: [Text: Environment] = [:]
  private let fallback: Environment

  init(_ pack: PackEnvironment, types: [RecordType]) {
    fallback = pack.environment(on: "")
    for type in types {
      plainByType[type.name] = pack.environment(on: type.name)
      dueByType[type.name] = pack.environment(on: type.name, readsAsOf: true)
    }
  }

  /// For conditions and requirements: they don't read the day of knowledge.
  func plain(_ type: Text) -> Environment { plainByType[type] ?? fallback }

  /// For due days.
  func due(_ type: Text) -> Environment { dueByType[type] ?? fallback }
}
