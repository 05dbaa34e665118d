import Evaluator
import JSON
import RuleReview

/// The fixed words of reports on cases.
struct TestWords {
  let words: ReportWords

  init(_ language: Language) { words = ReportWords(language) }

  private func choose(_ vi: Text, _ en: Text) -> Text { words.choose(vi, en) }

  /// What of a finding is compared; names of the case file stand for themselves where they are of JSON.
  func member(_ name: Text) -> Text {
    switch name {
    case "outcome": choose("kết luận", "outcome")
    case "verdict": choose("kết quả xét", "verdict")
    case "measured": choose("đo được", "measured")
    case "distance": choose("chênh lệch", "distance")
    case "missing": choose("còn thiếu", "missing")
    case "failingItems": choose("mục không đạt", "failing items")
    case "remark": choose("ghi chú", "remark")
    default: name
    }
  }

  /// Outcomes and standings in words, all else as the case file has it.
  func value(_ value: Text, of member: Text) -> Text {
    switch member {
    case "outcome": Outcome(value).map { words.heading($0) } ?? value
    case "verdict":
      Verdict.Standing.allCases.first { $0.name == value }.map { words.standing($0) } ?? value
    default: value == "none" ? choose("không có", "none") : Excerpt.text(value, limit: 200)
    }
  }

  var expected: Text { choose("phải là", "expected") }
  var found: Text { choose("thực tế là", "found") }

  func counts(passed: Int, failed: Int) -> Text {
    Text("\(passed)") + choose(" tình huống đạt, ", " passed, ") + Text("\(failed)")
      + choose(" không đạt", " failed")
  }

  var coverage: Text { choose("Độ bao phủ của tình huống", "Coverage") }
  var unseen: Text { choose("chưa có tình huống", "no case") }

  func aspect(_ aspect: CoverageAspect) -> Text {
    switch aspect {
    case .satisfied: words.heading(.satisfied)
    case .violated: words.heading(.violated)
    case .undetermined: words.heading(.undetermined)
    case .notYetDue: words.heading(.notYetDue)
    case .notApplicable: words.heading(.notApplicable)
    case .atLimit: choose("Đúng mức", "At the limit")
    }
  }

  func mark(_ aspect: CoverageAspect) -> Text {
    switch aspect {
    case .satisfied: words.mark(.satisfied)
    case .violated: words.mark(.violated)
    case .undetermined: words.mark(.undetermined)
    case .notYetDue: words.mark(.notYetDue)
    case .notApplicable: words.mark(.notApplicable)
    case .atLimit: "="
    }
  }

  func mutation(_ report: MutationReport) -> Text {
    var text = choose("Thay đổi thử được phát hiện: ", "Mutants noticed: ")
    text += Text("\(report.noticed)/\(report.counted) (") + percent(report.score) + ")"
    guard !report.equivalent.isEmpty else { return text }
    return text + ", " + Text("\(report.equivalent.count)")
      + choose(" thay đổi tương đương", " equivalent")
  }

  var unnoticed: Text { choose("Không tình huống nào phát hiện", "No case notices") }
  var dropped: Text { choose("bỏ đi", "dropped") }

  func sort(_ sort: MutantSort) -> Text {
    switch sort {
    case .limit: choose("mức", "limit")
    case .day: choose("ngày", "day")
    case .comparison: choose("phép so sánh", "comparison")
    case .quantifier: choose("và/hoặc, mọi/một", "and/or, all/any")
    case .condition: choose("điều kiện", "condition")
    case .member: choose("phần tử", "member")
    case .choice: choose("lựa chọn", "choice")
    case .arithmetic: choose("phép tính", "arithmetic")
    }
  }

  func problem(_ reason: MutationReport.Problem.Reason) -> Text {
    switch reason {
    case .noticed(let name):
      choose(
        "Thay đổi này không tương đương: tình huống sau phát hiện nó: ",
        "This mutant is not equivalent: a case notices it: ") + Excerpt.text(name, limit: 200)
    case .unknown:
      choose(
        "Gói quy tắc không còn thay đổi thử nào như thế; hãy xóa mục này.",
        "The pack has no such mutant any more; remove the entry.")
    }
  }

  /// One decimal place, rounded down so that 100 means all.
  func percent(_ value: Double) -> Text {
    let tenths = Int(value * 10)
    let point: Text = words.language == .vi ? "," : "."
    return Text("\(tenths / 10)") + point + Text("\(tenths % 10)") + " %"
  }
}
