import CEL
import Evaluator
import JSON
import RulePacks

extension ProblemTexts {
  /// What is wrong with a pack, without its place.
  public func text(_ defect: PackDefect) -> Text {
    switch (defect.code, defect.cause) {
    case (.json, .json(let error)?): text(error)
    case (.expression, .expression(let diagnostic)?): text(diagnostic)
    case (_, .expression(let diagnostic)?):
      text(defect.code.wording, defect.arguments) + " " + text(diagnostic)
    default: text(defect.code.wording, defect.arguments, suggestion: defect.suggestion)
    }
  }

  /// The defect behind its place, the line it stands in with a caret below, and the other place involved.
  public func excerpt(_ defect: PackDefect, isWarning: Bool = false) -> Text {
    let label = isWarning ? choose("lưu ý: ", "warning: ") : choose("lỗi: ", "error: ")
    guard let place = defect.place else { return label + text(defect) }
    var excerpt = Self.text(place) + ": " + label + text(defect)
    let lines = SourceExcerpt(of: place.sourceLine, column: place.column, length: place.length)
    excerpt += "\n  " + Excerpt.printable(lines.lineText) + "\n  " + lines.caretLine
    if let related = defect.related, defect.cause == nil {
      excerpt += "\n  " + choose("Xem ", "See ") + Self.text(related)
    }
    return excerpt
  }

  /// `ba-to-2021/targets.json:12:18`.
  static func text(_ place: PackDefect.Place) -> Text {
    Excerpt.printable(place.file) + ":" + Text("\(place.line)") + ":" + Text("\(place.column)")
  }
}
