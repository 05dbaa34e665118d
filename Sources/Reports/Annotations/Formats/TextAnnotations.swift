import CEL
import Evaluator
import JSON
import RuleReview

/// What a person reads in a terminal: place, message, the line with a caret, the remedy; last the counts.
public struct TextAnnotations: AnnotationWriter {
  private let words: ReportWords
  private let ink: Ink
  private var counts = AnnotationCounts()

  public init(_ header: AnnotationHeader) {
    words = ReportWords(header.language)
    ink = Ink(isOn: header.usesColour)
  }

  public mutating func begin(into output: inout [UInt8]) {}

  public mutating func annotation(_ annotation: Annotation, into output: inout [UInt8]) {
    counts.add(annotation)
    guard let label = label(annotation) else { return }
    let place = annotation.place.map { ink($0.text + ": ", .bold) } ?? ink(annotation.subject + ": ", .bold)
    output.line(
      place + label + " " + Excerpt.printable(annotation.message) + " "
        + ink("[" + annotation.rule + "]", .faint))
    if let excerpt = annotation.place?.excerpt {
      output.line("  " + Excerpt.printable(excerpt.lineText))
      output.line("  " + ink(excerpt.caretLine, .green))
    }
    if let remedy = annotation.remedy { output.line("  → " + Excerpt.printable(remedy)) }
    for place in annotation.related { output.line("  " + words.choose("Xem ", "See ") + place.text) }
    if let waiver = annotation.waiver { output.line("  " + Excerpt.printable(waiver)) }
    output.line("")
  }

  private func label(_ annotation: Annotation) -> Text? {
    if annotation.waiver != nil { return ink(words.choose("được miễn:", "waived:"), .faint) }
    switch annotation.kind {
    case .fail(.error): return ink(words.review(.error) + ":", .red)
    case .fail(.warning): return ink(words.review(.warning) + ":", .yellow)
    case .fail(.note): return ink(words.review(.note) + ":", .cyan)
    case .open: return ink(words.choose("chưa kết luận được:", "undetermined:"), .yellow)
    case .pass, .informational, .notApplicable: return nil
    }
  }

  public mutating func end(into output: inout [UInt8]) {
    output.line(counts.text(words))
  }
}
