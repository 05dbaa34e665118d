import Evaluator
import Foundation
import JSON
import RulePacks
import RuleReview
import Testing

/// The cases beside every shipped pack.
@Suite struct PackCaseTests {
  static let rules = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("rules")

  static let packs: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: rules.path)) ?? [])
    .filter { FileManager.default.fileExists(atPath: rules.appendingPathComponent("\($0)/pack.json").path) }
    .sorted()

  @Test func everyPackIsFound() {
    #expect(Self.packs.contains("ba-to-2021"))
  }

  @Test(arguments: packs) func casesPass(pack: String) {
    let suite = CaseSuite(folder: Self.rules.appendingPathComponent(pack).path, loader: PackLoader())
    #expect(suite.defects.isEmpty)
    let outcomes = suite.run()
    #expect(!outcomes.isEmpty)
    for outcome in outcomes {
      #expect(
        outcome.differences.isEmpty,
        "\(outcome.ruleCase.file):\(outcome.ruleCase.line) \(outcome.differences)")
    }
  }

  /// Every rule of a pack is seen satisfied, violated and open in its cases.
  @Test(arguments: packs) func casesCoverEveryRule(pack: String) throws {
    let folder = Self.rules.appendingPathComponent(pack).path
    let suite = CaseSuite(folder: folder, loader: PackLoader())
    let compiled = try #require(PackLoader().load(folder: folder).pack)
    var seen: [Text: Set<Text>] = [:]
    for ruleCase in suite.cases {
      for finding in ruleCase.findingsOfRecords {
        if let outcome = finding.outcome { seen[finding.rule, default: []].insert(outcome.name) }
      }
    }
    for rule in compiled.rules {
      let outcomes = seen[rule.id] ?? []
      #expect(outcomes.contains("satisfied") && outcomes.contains("violated"), "\(rule.id): \(outcomes)")
      #expect(outcomes.contains("undetermined") || rule.whenMissing == .violated, "\(rule.id): \(outcomes)")
    }
  }
}
