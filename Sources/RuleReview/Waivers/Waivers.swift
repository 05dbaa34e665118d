import CEL
import Evaluator
import JSON
import RulePacks

/// The waivers of a file that speak of what lint finds, and which of them were used.
///
/// What the loader refuses is never waived: a pack that does not load judges nobody.
public struct Waivers: Sendable {
  public let waivers: [Waiver]
  private let asOf: CivilDate
  private var used: Set<Int> = []

  /// - Parameter asOf: the day by which waivers expire; never the clock.
  public init(_ file: WaiverFile, asOf: CivilDate) {
    waivers = file.waivers.filter { $0.record == nil }
    self.asOf = asOf
  }

  /// The waiver under which a finding of a pack passes; nil where there is none in force.
  public mutating func waiver(for finding: ReviewFinding, in pack: Text) -> Waiver? {
    if case .defect = finding.content, finding.severity == .error { return nil }
    var found: Waiver?
    for (index, waiver) in waivers.enumerated() where waiver.covers(finding, in: pack) {
      // An expired one is not unused.
      used.insert(index)
      if asOf <= waiver.until, found == nil { found = waiver }
    }
    return found
  }

  /// What is to be said of the waivers themselves once everything was looked at, in order of the file.
  public var findings: [ReviewFinding] {
    waivers.enumerated().compactMap { index, waiver in
      if waiver.until < asOf { return .expired(waiver, asOf) }
      if used.contains(index) { return nil }
      let rules = Self.rules
      guard !rules.contains(waiver.rule) else { return .unused(waiver, WaiverMessages.idle(waiver.rule)) }
      return .unused(
        waiver, WaiverMessages.unknownCheck(waiver.rule), remedy: WaiverMessages.nameRecord,
        suggestion: Suggestion.nearest(to: waiver.rule, among: rules))
    }
  }

  /// Everything that can be waived of a pack.
  private static var rules: [Text] {
    LintRules.all.map { $0.description.id }
      + PackDefect.Code.allCases.map { ReviewFinding.loadPrefix + Text($0.rawValue) }
  }
}
