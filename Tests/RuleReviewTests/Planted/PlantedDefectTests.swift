import JSON
import RulePacks
import RuleReview
import Testing

/// Every defect of `defects.json`, planted in a copy of a pack, is found at its line; the packs themselves are clean.
@Suite struct PlantedDefectTests {
  static let linter = Linter(loader: PackLoader())

  @Test(arguments: PlantedDefect.all) func isFound(_ defect: PlantedDefect) throws {
    let (files, line) = try defect.planted()
    let findings = Self.linter.lint(manifest: Text(defect.pack + "/pack.json"), from: files)
    let file = Text(defect.pack + "/" + defect.file)
    let found = findings.contains { finding in
      finding.rule == defect.rule && finding.place?.file == file && finding.place?.line == line
    }
    #expect(found, "wanted \(defect.rule) at \(defect.file):\(line); found \(findings.map(summary))")
  }

  @Test(arguments: RuleFiles.manifests) func packsHaveNoWarnings(_ manifest: Text) {
    let findings = Self.linter.lint(manifest: manifest, from: RuleFiles.all)
    #expect(findings.filter { $0.severity > .note }.map(summary) == [])
  }

  @Test(arguments: ["ba-to-2021/pack.json"] as [Text]) func packsAreClean(_ manifest: Text) {
    let findings = Self.linter.lint(manifest: manifest, from: RuleFiles.all)
    #expect(findings.map(summary) == [])
  }

  @Test func fortyDefectsAreWrittenDown() { #expect(PlantedDefect.all.count >= 40) }

  /// A rule that nothing shows to work is none.
  @Test func everyRuleHasAPlantedDefect() {
    let planted = Set(PlantedDefect.all.map(\.rule) + LintRules.ofCorpus.map { $0.description.id })
    #expect(LintRules.all.map { $0.description.id }.filter { !planted.contains($0) } == [])
  }

  private func summary(_ finding: ReviewFinding) -> String {
    "\(finding.rule) \(finding.place.map { "\($0.file):\($0.line)" } ?? "nowhere")"
  }
}
