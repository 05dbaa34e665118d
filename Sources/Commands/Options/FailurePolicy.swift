import ArgumentParser
import Evaluator
import JSON

/// Which findings make the exit code 1.
struct FailurePolicy: ParsableArguments {
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case violated, undetermined, never
  }

  @Option(name: .customLong("fail-on"), help: "Lowest outcome that makes the exit code 1.")
  var failOn: Level = .violated

  @Option(
    name: .long, help: "Severities that count for --fail-on; repeat for more (default: mandatory, target).")
  var severity: [Severity] = []

  /// True where a finding of the result counts as a failure.
  func fails(_ result: RecordResult, _ pack: CompiledPack) -> Bool {
    let severities = severity.isEmpty ? [.mandatory, .target] : severity
    return result.findings.contains { finding in
      guard severities.contains(pack.rules[finding.rule].severity) else { return false }
      switch failOn {
      case .never: return false
      case .violated: return finding.outcome == .violated
      case .undetermined: return finding.outcome == .violated || finding.outcome == .undetermined
      }
    }
  }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(Text(argument)) }
  public var defaultValueDescription: String { name.string }
  public static var allValueStrings: [String] { allCases.map(\.name.string) }
}
