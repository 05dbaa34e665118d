import Evaluator
import JSON

/// The sentences that tell how a pack runs over columns.
public struct PlanWords {
  private let words: ReportWords

  public init(_ language: Language) { words = ReportWords(language) }

  public var interpreter: Text { words.choose("trình thông dịch", "interpreter") }

  /// Where many records are weighed together.
  public var judgesTogether: Text {
    words.choose(
      "Gói này xét nhiều hồ sơ cùng nhau: đọc hồ sơ nhiều lượt, trình thông dịch làm phần dựa vào hồ sơ khác.",
      "This pack looks at many records together: it reads them in passes, and the interpreter does what rests on others."
    )
  }

  public var addsScores: Text {
    words.choose(
      "Gói này tính điểm: trình thông dịch làm tất cả.",
      "This pack adds up scores: the interpreter does all of it.")
  }

  public func interpreterDoesAll(_ reason: Text) -> Text {
    words.choose("trình thông dịch làm tất cả: ", "the interpreter does all: ") + reason
  }

  /// One record type: its rules, those of them that the interpreter judges, and the columns that are read.
  public func type(_ name: Text, rules: Int, interpreted: Int, columns: Int) -> Text {
    words.choose(
      name + Text(": \(rules) quy tắc, trình thông dịch làm \(interpreted); \(columns) cột"),
      name + Text(": \(rules) rules, \(interpreted) by the interpreter; \(columns) columns"))
  }

  /// What was done for some records.
  ///
  /// - Parameter trees: records that were read as trees.
  public func counts(evaluations: Int, interpretations: Int, trees: Int) -> Text {
    let share = evaluations == 0 ? 0 : 1000 * interpretations / evaluations
    return words.choose(
      Text("Đã xét \(evaluations) lượt quy tắc, trình thông dịch \(interpretations) (\(share)‰); ")
        + Text("hồ sơ đọc thành cây: \(trees)."),
      Text("Rule evaluations: \(evaluations), by the interpreter \(interpretations) (\(share)‰); ")
        + Text("records read as trees: \(trees)."))
  }
}
