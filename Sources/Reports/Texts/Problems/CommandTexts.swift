import CEL
import Evaluator
import JSON

extension ProblemTexts {
  /// Output that could not be written; nil is standard output.
  public func unwritable(_ path: Text?) -> Text {
    let target = path.map { Excerpt.text($0) } ?? choose("đầu ra chuẩn", "standard output")
    return choose("Không ghi được ", "Could not write ") + target + "."
  }

  /// No record has the key asked for.
  public func recordNotFound(_ key: Text, among keys: [Text]) -> Text {
    let text = choose("Không có hồ sơ nào mang mã ", "No record has the key ") + Excerpt.text(key) + "."
    guard let nearest = Suggestion.nearest(to: key, among: keys) else { return text }
    return text + choose(" Có phải ý bạn là ", " Did you mean ") + Excerpt.text(nearest) + "?"
  }
}
