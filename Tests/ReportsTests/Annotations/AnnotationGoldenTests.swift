import Evaluator
import JSON
import Reports
import RuleReview
import Testing

/// Every format of annotations, byte for byte: findings on rule files in both languages, findings on records.
@Suite struct AnnotationGoldenTests {
  private static let languages = [("vi", Language.vi), ("en", Language.en)]

  @Test(arguments: languages) func formatsOfReview(_ name: String, _ language: Language) throws {
    try Golden.expect(SampleAnnotations.bytes(TextAnnotations.self, language), is: "review.\(name).txt")
    try Golden.expect(SampleAnnotations.bytes(JSONAnnotations.self, language), is: "review.\(name).json")
    try Golden.expect(SampleAnnotations.bytes(SARIFAnnotations.self, language), is: "review.\(name).sarif")
    try Golden.expect(SampleAnnotations.bytes(JUnitAnnotations.self, language), is: "review.\(name).xml")
    try Golden.expect(SampleAnnotations.bytes(GitHubAnnotations.self, language), is: "review.\(name).github")
    try Golden.expect(SampleAnnotations.bytes(MarkdownAnnotations.self, language), is: "review.\(name).md")
  }

  @Test func formatsOfRecords() throws {
    let options = ReportOptions(language: .en)
    try Golden.expect(
      Golden.report({ RecordAnnotations<SARIFAnnotations>($0, $1) }, options), is: "report.en.sarif")
    try Golden.expect(
      Golden.report({ RecordAnnotations<JUnitAnnotations>($0, $1) }, options), is: "report.en.xml")
    try Golden.expect(
      Golden.report({ RecordAnnotations<GitHubAnnotations>($0, $1) }, options), is: "report.en.github")
  }

  @Test func formatsOfWaivedRecords() throws {
    let options = ReportOptions(language: .en, only: .violated)
    try Golden.expect(
      Golden.report({ RecordAnnotations<SARIFAnnotations>($0, $1) }, options, waived: true),
      is: "waived.en.sarif")
    try Golden.expect(
      Golden.report({ RecordAnnotations<JUnitAnnotations>($0, $1) }, options, waived: true),
      is: "waived.en.xml")
    try Golden.expect(
      Golden.report({ RecordAnnotations<GitHubAnnotations>($0, $1) }, options, waived: true),
      is: "waived.en.github")
  }

  /// A command of GitHub is one line, whatever stands in the texts.
  @Test func gitHubCommandsAreLines() {
    var annotation = Annotation(.fail(.error), rule: "a,b:c", message: "one\ntwo %0A", subject: "s")
    annotation.remedy = "::error::three"
    let output = GitHubAnnotations.bytes(SampleAnnotations.header(.en), [annotation])
    #expect(
      String(decoding: output, as: UTF8.self)
        == "::error title=a%2Cb%3Ac::one%0Atwo %250A%0A::error::three\n")
  }
}
