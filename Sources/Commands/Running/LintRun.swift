import Evaluator
import JSON
import Reports
import RulePacks
import RuleReview

/// Lints packs one after the other and words what is found.
struct LintRun {
  let language: Language
  let linter: Linter

  /// What was found in all packs.
  struct Found {
    var annotations: [Annotation] = []
    var worst: ReviewSeverity?
    /// True where the loader refuses a pack.
    var isBroken = false
  }

  func lint(_ folders: [ReviewFolder]) throws -> Found {
    var found = Found()
    // A file that several packs include is spoken of once.
    var seen: Set<ReviewFinding> = []
    for folder in folders {
      let words = ReviewAnnotations(language, below: folder.rulesFolder)
      for finding in linter.lint(manifest: folder.place.manifest, from: folder.place.files) {
        guard finding.place == nil || seen.insert(finding).inserted else { continue }
        found.annotations.append(words.annotation(finding, subject: folder.name))
        found.worst = max(found.worst ?? finding.severity, finding.severity)
        if case .defect = finding.content, finding.severity == .error { found.isBroken = true }
      }
    }
    return found
  }

  func header(_ folders: [ReviewFolder], usesColour: Bool) -> AnnotationHeader {
    let words = ReviewAnnotations(language, below: "")
    return AnnotationHeader(
      toolVersion: Text(BinhXetCommand.version), language: language, suite: "lint",
      rules: PackDefect.Code.allCases.map(words.rule) + LintRules.all.map { words.rule($0.description) },
      subjects: folders.map(\.name), usesColour: usesColour)
  }

  /// Makes every safe edit, until there is none left to make.
  func fix(_ folders: [ReviewFolder]) throws {
    for folder in folders {
      // Edits within one another are made in later rounds; each makes its expression shorter or fold its text.
      for _ in 0..<20 {
        let edits = linter.lint(manifest: folder.place.manifest, from: folder.place.files).flatMap(\.fix)
        if edits.isEmpty { break }
        for file in Set(edits.map(\.file)).sorted() {
          guard let bytes = try? folder.place.files.read(file) else { continue }
          let target = try OutputTarget((folder.rulesFolder + file).string)
          try target.write(edits.applied(to: bytes, of: file))
          try target.finish()
        }
      }
    }
  }
}
