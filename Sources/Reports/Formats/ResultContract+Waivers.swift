import CEL
import Evaluator
import JSON
import RuleReview

/// What the JSON contract says of waivers.
extension ResultContract {
  /// On whose word a finding passes.
  func waived(_ waiver: Waiver, _ writer: inout JSONWriter) {
    writer.object("waived") { writer in
      writer.member("grounds", waiver.grounds[messages.language])
      writer.member("by", waiver.by)
      writer.member("until", waiver.until.text)
    }
  }

  /// What is found of a waiver itself.
  func waiver(_ finding: ReviewFinding, _ writer: inout JSONWriter) {
    let annotation = ReviewAnnotations(messages.language, below: "").annotation(finding, subject: "")
    writer.member("rule", annotation.rule)
    writer.said(of: annotation)
  }
}
