import Evaluator
import JSON
import Populations
import Records
import Reports
import RulePacks
import RuleReview

/// Lints packs and words what is found.
struct LintRun {
  let language: Language
  let linter: Linter
  var waivers: Waivers?
  /// What is wrong with the file of waivers.
  var waiverDefects: [PackDefect] = []
  var baseline: Baseline?
  /// Records that tell which criteria set nobody apart; for one pack alone.
  var records: RecordInput?

  /// What was found in all packs.
  struct Found {
    var annotations: [Annotation] = []
    /// What was found in rule files and nobody waives.
    var unwaived: [ReviewFinding] = []
    var worst: ReviewSeverity?
    /// True where the loader refuses a pack, or a file of waivers or a baseline has no sound form.
    var isBroken = false

    mutating func add(_ finding: ReviewFinding, _ annotation: Annotation) {
      annotations.append(annotation)
      guard annotation.waiver == nil else { return }
      worst = max(worst ?? finding.severity, finding.severity)
      if case .defect = finding.content, finding.severity == .error { isBroken = true }
    }
  }

  func lint(_ folders: [ReviewFolder]) throws -> Found {
    var found = Found()
    var (waivers, baseline) = (waivers, baseline)
    // A file that several packs include is spoken of once.
    var seen: Set<ReviewFinding> = []
    for (folder, findings) in zip(folders, try findings(folders)) {
      let words = ReviewAnnotations(language, below: folder.rulesFolder)
      for finding in findings {
        guard finding.place == nil || seen.insert(finding).inserted else { continue }
        let waiver =
          waivers?.waiver(for: finding, in: folder.packName).map(words.waiver)
          ?? (baseline?.takes(finding) ?? false ? words.baseline : nil)
        if waiver == nil { found.unwaived.append(finding) }
        found.add(finding, words.annotation(finding, subject: folder.name, waiver: waiver))
      }
    }
    let words = ReviewAnnotations(language, below: "")
    let own =
      (waiverDefects + (baseline?.defects ?? [])).map { ReviewFinding($0) }
      + (waivers?.findings ?? [])
    for finding in own { found.add(finding, words.annotation(finding, subject: finding.place?.file ?? "")) }
    return found
  }

  private func findings(_ folders: [ReviewFolder]) throws -> [[ReviewFinding]] {
    guard let records else { return linter.lint(folders.map(\.place)) }
    var found: [[ReviewFinding]] = []
    for folder in folders {
      let files = folder.place.files
      let inspection = linter.loader.inspect(manifest: folder.place.manifest, from: files)
      let corpus = try inspection.loading.pack.map { try self.corpus(of: $0, records) }
      found.append(linter.lint(inspection, files: files, corpus: corpus))
    }
    return found
  }

  /// What the records made of the pack; those that it rejects are left out, and told of.
  private func corpus(of pack: CompiledPack, _ records: RecordInput) throws -> Corpus {
    let judged = JudgedRecords(pack, records)
    let judge = try judged.judge()
    var corpus = Corpus(pack)
    var rejected = 0
    var reader = judged.makeReader()
    while let item = try reader.next() {
      guard let located = try? item.get(), let result = judged.result(located, judge) else {
        rejected += 1
        continue
      }
      corpus.add(located.record, result)
    }
    if let outcome = judge?.outcome { corpus.add(outcome) }
    if rejected > 0 { StandardError.write(rejectedText(rejected)) }
    return corpus
  }

  private func rejectedText(_ count: Int) -> Text {
    switch language {
    case .vi: Text("\(count) hồ sơ bị trả lại, không tính vào kết quả; chạy 'binhxet check' để xem lý do.")
    case .en: Text("\(count) records are rejected and left out; 'binhxet check' says why.")
    }
  }

  func header(_ folders: [ReviewFolder], usesColour: Bool) -> AnnotationHeader {
    let words = ReviewAnnotations(language, below: "")
    return AnnotationHeader(
      toolVersion: Text(BinhXetCommand.version), language: language, suite: "lint",
      rules: PackDefect.Code.allCases.map(words.rule) + Self.pages.map(words.rule),
      subjects: folders.map(\.name), usesColour: usesColour)
  }

  /// The pages of everything that lint can find.
  static var pages: [ReviewRuleDescription] {
    LintRules.all.map { $0.description } + WaiverFindings.descriptions
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
