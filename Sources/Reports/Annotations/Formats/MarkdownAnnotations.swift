import Evaluator
import JSON
import RuleReview

/// A comment for a pull request: the counts, then a table of what was found.
public struct MarkdownAnnotations: AnnotationWriter {
  private let header: AnnotationHeader
  private let words: ReportWords
  private var counts = AnnotationCounts()
  private var rows: [Text] = []
  private var waived: [Text] = []

  public init(_ header: AnnotationHeader) {
    self.header = header
    words = ReportWords(header.language)
  }

  public mutating func begin(into output: inout [UInt8]) {
    output.line("### binhxet: " + MarkdownText.escaped(header.suite))
    output.line("")
  }

  public mutating func annotation(_ annotation: Annotation, into output: inout [UInt8]) {
    counts.add(annotation)
    guard let mark = mark(annotation.kind) else { return }
    let place =
      annotation.place.map { MarkdownText.code($0.text) } ?? MarkdownText.escaped(annotation.subject)
    let remedy = annotation.remedy.map { "<br>" + MarkdownText.escaped($0) } ?? ""
    let row =
      "| " + mark + " | " + place + " | " + MarkdownText.code(annotation.rule) + " | "
      + MarkdownText.escaped(annotation.message) + remedy
    if let waiver = annotation.waiver {
      waived.append(row + "<br>" + MarkdownText.escaped(waiver) + " |")
    } else {
      rows.append(row + " |")
    }
  }

  private func mark(_ kind: Annotation.Kind) -> Text? {
    switch kind {
    case .fail(.error): "❌"
    case .fail(.warning): "⚠️"
    case .fail(.note): "💡"
    case .open: "❔"
    case .pass, .informational, .notApplicable: nil
    }
  }

  public mutating func end(into output: inout [UInt8]) {
    output.line(counts.text(words) + ".")
    table(rows, &output)
    guard !waived.isEmpty else { return }
    output.line("")
    output.line("**" + words.choose("Được miễn", "Waived") + "**")
    table(waived, &output)
  }

  private func table(_ rows: [Text], _ output: inout [UInt8]) {
    guard !rows.isEmpty else { return }
    output.line("")
    output.line(
      "|  | " + words.choose("Vị trí", "Place") + " | " + words.choose("Quy tắc", "Rule") + " | "
        + words.choose("Nội dung", "What") + " |")
    output.line("|---|---|---|---|")
    for row in rows { output.line(row) }
  }
}
