import JSON
import RulePacks
import RuleReview

/// What came of the cases beside one pack, and of what else was asked of them.
public struct PackTest: Sendable {
  /// As it was named on the command line.
  public let folder: Text
  public let outcomes: [CaseOutcome]
  /// Of the template kinds that the pack brings.
  public let examples: [TemplateExampleOutcome]
  /// What is wrong with the files of cases.
  public let defects: [PackDefect]
  public let coverage: CoverageReport?
  public let mutation: MutationReport?

  public init(
    folder: Text, outcomes: [CaseOutcome], examples: [TemplateExampleOutcome] = [], defects: [PackDefect],
    coverage: CoverageReport? = nil,
    mutation: MutationReport? = nil
  ) {
    self.folder = folder
    self.outcomes = outcomes
    self.examples = examples
    self.defects = defects
    self.coverage = coverage
    self.mutation = mutation
  }

  public var failed: Int {
    outcomes.count { !$0.passes } + examples.count { !$0.passes } + defects.count
  }
  public var passed: Int { outcomes.count { $0.passes } + examples.count { $0.passes } }

  /// The folder around the pack's own, behind which paths within the rules folder are read: empty, or ending in `/`.
  var rulesFolder: Text {
    let parts = folder.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let own = parts.last?.isEmpty == true ? 2 : 1
    return Text(utf8: Array(parts.dropLast(own).joined(separator: [UInt8(ascii: "/")])))
      + (parts.count > own ? "/" : "")
  }
}
