import Evaluator
import JSON

extension ProblemTexts {
  /// What is passed over in a record, behind the path it concerns.
  public func text(_ warning: RecordWarning) -> Text {
    text(warning, at: warning.path)
  }

  /// - Parameter place: the path, or what it is called.
  func text(_ warning: RecordWarning, at place: Text) -> Text {
    located(place, text(warning.code.wording, warning.arguments, suggestion: warning.suggestion))
  }

  /// Why a value of a record is refused, behind its path.
  public func text(_ defect: RecordDefect) -> Text {
    located(defect.path, text(defect.code.wording, defect.arguments, suggestion: defect.suggestion))
  }

  private func located(_ path: Text, _ text: Text) -> Text {
    path.isEmpty ? text : Excerpt.text(path) + ": " + text
  }
}

extension RecordWarning.Code {
  var wording: Wording {
    switch self {
    case .undeclaredField:
      Wording(
        vi: "mẫu hồ sơ {2:quoted} không có trường {1:quoted} nên trường này được bỏ qua.",
        en: "record type {2:quoted} has no field {1:quoted}, so it is passed over.")
    case .afterAsOf:
      Wording(
        vi: "ngày {1:day} sau ngày xét {2:day} nên coi như chưa có.",
        en: "{1:day} lies after the day of the check, {2:day}, so it counts as not given.")
    }
  }
}

extension RecordDefect.Code {
  var wording: Wording {
    switch self {
    case .wrongType:
      Wording(vi: "cần {2:shape}, nhưng ở đây là {1:kind}.", en: "expected {2:shape}, found {1:kind}.")
    case .numberAsText:
      Wording(
        vi:
          "số viết trong ngoặc kép: {1:quoted}. Hãy viết số không có ngoặc kép: {1:readings}; máy không đoán "
          + "dấu phân cách kiểu Việt Nam.",
        en:
          "a number in quotes: {1:quoted}. Write a plain JSON number: {1:readings}; Vietnamese separators are "
          + "never guessed.")
    case .notAnInteger:
      Wording(
        vi: "cần số nguyên, nhưng {1} có phần lẻ hoặc quá lớn.",
        en: "expected a whole number, but {1} has a fraction or is too large.")
    case .tooManyDigits:
      Wording(
        vi: "số {1} có quá nhiều chữ số: nhiều nhất {2} chữ số, trong đó {3} chữ số sau dấu chấm.",
        en: "{1} has too many digits: at most {2}, of which {3} after the point.")
    case .notADate:
      Wording(
        vi: "{1:quoted} không phải là một ngày có thật. Hãy viết năm-tháng-ngày, ví dụ \"2021-12-31\".",
        en: "{1:quoted} is no day of the calendar. Write year-month-day, such as \"2021-12-31\".")
    case .notAPeriod:
      Wording(
        vi:
          "{1:quoted} không phải là kỳ. Hãy viết tháng \"2021-06\", quý \"2021-Q3\", nửa năm \"2021-H1\" hoặc "
          + "năm \"2021\".",
        en:
          "{1:quoted} is no period. Write a month \"2021-06\", a quarter \"2021-Q3\", a half-year \"2021-H1\" "
          + "or a year \"2021\".")
    case .notATimestamp:
      Wording(
        vi: "{1:quoted} không phải là thời điểm. Hãy viết ví dụ \"2021-12-31T08:00:00+07:00\".",
        en: "{1:quoted} is no point in time. Write it as in \"2021-12-31T08:00:00+07:00\".")
    case .notAMember:
      Wording(
        vi: "{1:quoted} không có trong danh mục {2:quoted}.", en: "{1:quoted} is no member of {2:quoted}.")
    case .duplicateItem:
      Wording(
        vi: "mục {1:quoted} lặp lại trong danh sách; mục đầu là {2}.",
        en: "item {1:quoted} stands twice in the list; the first is {2}.")
    case .tooManyItems:
      Wording(
        vi: "danh sách có {1} mục, nhiều nhất được {2}.", en: "the list has {1} items; at most {2} may stand."
      )
    case .tooLong:
      Wording(
        vi: "chuỗi dài {1} ký tự, nhiều nhất được {2}.",
        en: "the text has {1} characters; at most {2} may stand.")
    case .keyMissing:
      Wording(
        vi: "thiếu trường {1:quoted}, là trường để nhận biết hồ sơ.",
        en: "field {1:quoted} is missing; the record is known by it.")
    }
  }
}
