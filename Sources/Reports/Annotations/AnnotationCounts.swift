import JSON
import RuleReview

/// How many annotations there were; waived ones count apart.
struct AnnotationCounts {
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var notes = 0
  private(set) var open = 0
  private(set) var waived = 0

  mutating func add(_ annotation: Annotation) {
    if annotation.waiver != nil {
      waived += 1
      return
    }
    switch annotation.kind {
    case .fail(.error): errors += 1
    case .fail(.warning): warnings += 1
    case .fail(.note): notes += 1
    case .open: open += 1
    case .pass, .informational, .notApplicable: break
    }
  }

  /// `2 errors, 1 warning`.
  func text(_ words: ReportWords) -> Text {
    var parts = [
      count(errors, words, vi: " lỗi", en: " error"), count(warnings, words, vi: " cảnh báo", en: " warning"),
    ]
    if notes > 0 { parts.append(count(notes, words, vi: " gợi ý", en: " note")) }
    if open > 0 { parts.append(Text("\(open)") + words.choose(" chưa kết luận được", " undetermined")) }
    if waived > 0 { parts.append(Text("\(waived)") + words.choose(" được miễn", " waived")) }
    return parts.joined(", ")
  }

  private func count(_ count: Int, _ words: ReportWords, vi: Text, en: Text) -> Text {
    Text("\(count)") + words.choose(vi, count == 1 ? en : en + "s")
  }
}
