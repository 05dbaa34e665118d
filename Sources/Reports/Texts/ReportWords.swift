import Evaluator
import JSON
import RuleReview

/// The fixed words of reports.
struct ReportWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  func heading(_ outcome: Outcome) -> Text {
    switch outcome {
    case .satisfied: choose("Đạt", "Satisfied")
    case .violated: choose("Không đạt", "Violated")
    case .undetermined: choose("Chưa kết luận được", "Undetermined")
    case .notYetDue: choose("Chưa đến hạn", "Not yet due")
    case .notApplicable: choose("Không áp dụng", "Not applicable")
    }
  }

  func mark(_ outcome: Outcome) -> Text {
    switch outcome {
    case .satisfied: "✓"
    case .violated: "✗"
    case .undetermined: "?"
    case .notYetDue: "…"
    case .notApplicable: "–"
    }
  }

  func standing(_ standing: Verdict.Standing) -> Text {
    switch standing {
    case .eligible: choose("ĐỦ ĐIỀU KIỆN", "ELIGIBLE")
    case .ineligible: choose("KHÔNG ĐỦ ĐIỀU KIỆN", "INELIGIBLE")
    case .undetermined: choose("CHƯA KẾT LUẬN ĐƯỢC", "UNDETERMINED")
    case .notApplicable: choose("KHÔNG THUỘC DIỆN XÉT", "NOT APPLICABLE")
    }
  }

  func severity(_ severity: Severity) -> Text {
    switch severity {
    case .mandatory: choose("bắt buộc", "mandatory")
    case .target: choose("chỉ tiêu", "target")
    case .advisory: choose("khuyến khích", "advisory")
    }
  }

  func review(_ severity: ReviewSeverity) -> Text {
    switch severity {
    case .error: choose("lỗi", "error")
    case .warning: choose("cảnh báo", "warning")
    case .note: choose("gợi ý", "note")
    }
  }

  /// Who sets a parameter: known bodies by name, others as written.
  func setter(_ parameter: Parameter) -> Text {
    switch parameter.setBy {
    case "committee": choose("do Hội đồng quyết định", "set by the committee")
    case "law": choose("do pháp luật quy định", "set by law")
    default: choose("do ", "set by ") + Excerpt.text(parameter.setBy)
    }
  }

  func group(_ criterion: Criterion) -> Text {
    switch criterion {
    case .rule, .population, .award: ""
    case .all: choose("Phải đạt tất cả", "All of")
    case .any: choose("Phải đạt ít nhất một", "Any of")
    case .atLeast(let count, _): choose("Phải đạt ít nhất ", "At least ") + Text("\(count)")
    case .every(let selection, _):
      choose("Phải đạt mọi tiêu chí", "Every rule")
        + (selection.severity.map { " (" + severity($0) + ")" } ?? "")
    }
  }

  /// What another award is asked for; empty for a rule.
  func claim(_ leaf: Criterion.Leaf) -> Text {
    guard case .award(_, let claim) = leaf else { return "" }
    return switch claim {
    case .decided: choose("phải đã được tặng", "must have been given")
    case .nominated: choose("phải được đề nghị", "must be nominated")
    case .notNominated: choose("không đề nghị cùng lúc", "not to be nominated as well")
    case .notDecided: choose("trong năm chưa được tặng", "not to have been given in the year")
    }
  }

  /// What a group may still come to.
  func results(_ results: ResultSet) -> Text {
    switch results {
    case .satisfied: heading(.satisfied)
    case .violated: heading(.violated)
    case .notApplicable: heading(.notApplicable)
    default: heading(.undetermined)
    }
  }

  var notInForce: Text { choose("chưa có hiệu lực vào ngày áp dụng", "not in force on the law date") }
  var nearestWay: Text { choose("Cách gần nhất để đủ điều kiện:", "Nearest way to eligible:") }
  var someWay: Text {
    choose(
      "Một cách để đủ điều kiện (có thể chưa phải gần nhất):", "A way to eligible (maybe not the nearest):")
  }
  var noWay: Text {
    choose("Không còn cách nào để đủ điều kiện.", "Nothing that can still change makes it eligible.")
  }
  var asOf: Text { choose("Tính đến ngày", "As of") }
  var parameters: Text { choose("Tham số áp dụng", "Parameters") }
  var choices: Text { choose("Quy tắc tùy chọn", "Chosen rules") }
  var nothing: Text { choose("(để trống)", "(empty)") }
  var on: Text { choose("bật", "on") }
  var off: Text { choose("tắt", "off") }
  var unneeded: Text { choose("Tiêu chuẩn khác (không cần)", "Other criteria (not needed)") }
  var exceeded: Text { choose("vượt mức", "exceeded") }
  var unverified: Text { choose("căn cứ chưa kiểm chứng", "unverified") }
  var because: Text { choose("Chưa đạt", "Not met") }
  var open: Text { choose("Chưa rõ", "Open") }
  var needed: Text { choose("Cần bổ sung", "To be supplied") }
  var warning: Text { choose("Lưu ý", "Warning") }
  var rejected: Text { choose("HỒ SƠ BỊ TRẢ LẠI", "REJECTED") }
  var waived: Text { choose("Được miễn", "Waived") }
  var waivers: Text { choose("MIỄN TRỪ CẦN XEM LẠI", "WAIVERS TO LOOK AT") }
  var summary: Text { choose("TỔNG HỢP", "SUMMARY") }

  func recordCount(_ count: Int) -> Text {
    Text("\(count)") + choose(" hồ sơ đã xét", count == 1 ? " record checked" : " records checked")
  }

  func rejectedCount(_ count: Int) -> Text { Text("\(count)") + choose(" hồ sơ bị trả lại", " rejected") }

  func more(_ count: Int) -> Text { choose("và ", "and ") + Text("\(count)") + choose(" mục khác", " more") }

  /// Awards that apply to no record at all.
  func idleAwards(_ count: Int) -> Text {
    Text("\(count)")
      + choose(
        " danh hiệu, hình thức khen thưởng: không có hồ sơ nào thuộc diện xét",
        count == 1 ? " award applies to no record" : " awards apply to no record")
  }

  var sources: Text { choose("Văn bản căn cứ", "Sources") }
  var notice: Text { choose("Chú ý", "Notice") }
}
