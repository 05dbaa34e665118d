import ArgumentParser
import Evaluator
import JSON

/// Which findings make the exit code 1.
struct FailurePolicy: ParsableArguments, Sendable {
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case violated, undetermined, never
  }

  @Option(name: .customLong("fail-on"), help: "Lowest outcome that makes the exit code 1.")
  var failOn: Level = .violated

  @Option(
    name: .long, help: "Severities that count for --fail-on; repeat for more (default: mandatory, target).")
  var severity: [Severity] = []

  /// True where a finding of the result counts as a failure.
  ///
  /// - Parameter waived: rules whose findings somebody answers for, by place in the pack.
  func fails(_ result: RecordResult, _ pack: CompiledPack, besides waived: Set<Int> = []) -> Bool {
    result.findings.contains {
      !waived.contains($0.rule) && fails(pack.rules[$0.rule].severity, $0.outcome)
    }
  }

  /// True where a finding of a severity and outcome counts as a failure.
  func fails(_ severity: Severity, _ outcome: Outcome) -> Bool {
    let severities = self.severity.isEmpty ? [.mandatory, .target] : self.severity
    guard severities.contains(severity) else { return false }
    switch failOn {
    case .never: return false
    case .violated: return outcome == .violated
    case .undetermined: return outcome == .violated || outcome == .undetermined
    }
  }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(Text(argument)) }
  public var defaultValueDescription: String { name.string }
  public static var allValueStrings: [String] { allCases.map(\.name.string) }
}
