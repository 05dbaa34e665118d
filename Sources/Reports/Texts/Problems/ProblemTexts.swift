import CEL
import Evaluator
import JSON
import Records

/// Words what can be wrong with records, packs and sources, for the officers and rule authors who must mend it.
///
/// Every code has one wording in each language, with the remedy where there is one; `texts` of a family stand in the
/// file named after it.
public struct ProblemTexts: Sendable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  /// A wording with its arguments and what to write instead.
  func text(_ wording: Wording, _ arguments: [Text], suggestion: Text? = nil) -> Text {
    let text = wording.text(language, arguments)
    guard let suggestion, !suggestion.isEmpty else { return text }
    let remedy = Excerpt.text(suggestion)
    switch wording.remedy {
    case .name: return text + choose(" Có phải ý bạn là ", " Did you mean ") + remedy + "?"
    case .replacement: return text + choose(" Hãy viết: ", " Write: ") + remedy
    }
  }

  /// `units.ndjson:9:14`.
  public static func text(_ place: SourcePlace) -> Text {
    let line = Excerpt.printable(Text(place.file)) + ":" + Text("\(place.line)")
    return place.column.map { line + ":" + Text("\($0)") } ?? line
  }

  /// Line and column within a source that is already named.
  func text(_ position: JSONPosition) -> Text {
    let (line, column) = (Text("\(position.line)"), Text("\(position.column)"))
    return choose("dòng " + line + ", cột " + column, "line " + line + ", column " + column)
  }
}
