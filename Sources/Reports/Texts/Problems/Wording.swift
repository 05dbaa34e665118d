import Evaluator
import JSON

/// A text in both languages with places for arguments.
///
/// `{1}` is the first argument in the order that its code documents; `{2:type}` the second in the form that
/// `ArgumentForm.type` gives it.
struct Wording: Sendable {
  let vi: Text
  let en: Text
  /// What a suggestion is to the reader.
  let remedy: Remedy

  enum Remedy: Sendable {
    /// A name that was probably meant.
    case name
    /// What to write instead.
    case replacement
  }

  init(vi: Text, en: Text, remedy: Remedy = .name) {
    self.vi = vi
    self.en = en
    self.remedy = remedy
  }

  subscript(language: Language) -> Text { language == .vi ? vi : en }

  /// The text with its arguments; one that is not given shows as `…`.
  func text(_ language: Language, _ arguments: [Text]) -> Text {
    var filled: Text = ""
    for part in WordingPart.parts(of: self[language]) {
      switch part {
      case .plain(let text): filled += text
      case .argument(let place, let form):
        guard place < arguments.count || form == .members else {
          filled += "…"
          continue
        }
        let given = form.takesRest ? Array(arguments.dropFirst(place)) : [arguments[place]]
        filled += form.text(given, language)
      }
    }
    return filled
  }
}
