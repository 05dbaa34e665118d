import CEL
import Evaluator
import JSON
import Records

extension ProblemTexts {
  /// Every reason why a record is rejected; one that stands at another place than the rejection says where.
  public func texts(_ rejection: Rejection) -> [Text] {
    switch rejection.reason {
    case .defects(let defects):
      defects.map { defect in
        let isThere =
          (defect.position.line, defect.position.column) == (rejection.place.line, rejection.place.column)
        return isThere ? text(defect) : text(defect) + " (" + text(defect.position) + ")"
      }
    default:
      [text(rejection.reason) + (rejection.endsSource ? text(.restUnread, []) : "")]
    }
  }

  /// Every reason behind its own place and the record's key: `units.ndjson:9:14 [ba-to]: …`.
  func lines(_ rejection: Rejection) -> [Text] {
    let key = rejection.key.map { " [" + Excerpt.text($0.text) + "]: " } ?? ": "
    guard case .defects(let defects) = rejection.reason else {
      return texts(rejection).map { Self.text(rejection.place) + key + $0 }
    }
    return defects.map { defect in
      Self.text(SourcePlace(file: rejection.place.file, defect.position)) + key + text(defect)
    }
  }

  /// The reason in one text.
  func text(_ reason: Rejection.Reason) -> Text {
    switch reason {
    case .json(let error): text(error)
    case .notAnObject(let found): text(.notAnObject, [found.name])
    case .typeMissing(let known): text(.typeMissing, known)
    case .typeUnknown(let name, let suggestion): text(.typeUnknown, [name], suggestion: suggestion)
    case .defects(let defects): defects.map { text($0) }.joined(" ")
    case .duplicateKey(let key, let first): text(.duplicateRecord, [key.text, Self.text(first)])
    case .refused(.lawDateMissing(let field)): text(.lawDateMissing, [field])
    case .refused(.noRuleInForce(let type, let day)): text(.noRuleInForce, [type, day.text])
    }
  }
}

extension Wording {
  static let notAnObject = Wording(
    vi: "Mỗi hồ sơ phải là một đối tượng JSON, nhưng ở đây là {1:kind}.",
    en: "A record must be a JSON object; here stands {1:kind}.")
  static let typeMissing = Wording(
    vi:
      "Không biết đây là loại hồ sơ nào. Hãy thêm trường \"type\" hoặc dùng --type; các loại được xét: {1:list}.",
    en:
      "The type of the record is not given. Add a member \"type\" or use --type; types that are checked: {1:list}."
  )
  static let typeUnknown = Wording(
    vi: "Bộ quy tắc này không xét loại hồ sơ {1:quoted}.",
    en: "This pack does not check records of type {1:quoted}.")
  static let duplicateRecord = Wording(
    vi: "Trùng mã {1:quoted} với hồ sơ ở {2}. Mỗi hồ sơ phải có mã riêng; hồ sơ sau không được xét.",
    en:
      "The key {1:quoted} is that of the record at {2}. Each record needs its own; the later is not checked.")
  static let lawDateMissing = Wording(
    vi: "Chưa có trường {1:quoted}, là ngày để chọn quy định áp dụng, nên không xét được hồ sơ này.",
    en:
      "Field {1:quoted} is not given; it is the date that selects the rules, so the record cannot be checked."
  )
  static let noRuleInForce = Wording(
    vi: "Không có quy tắc nào cho loại hồ sơ {1:quoted} có hiệu lực vào ngày {2:day}.",
    en: "No rule for records of type {1:quoted} is in force on {2:day}.")

  static let restUnread = Wording(
    vi: " Không đọc tiếp được phần còn lại của tệp nên phần đó chưa được xét.",
    en: " The rest of the file cannot be read and is not checked.")

  /// All wordings of rejections that are no defects of values.
  static let rejections = [
    notAnObject, typeMissing, typeUnknown, duplicateRecord, lawDateMissing, noRuleInForce,
    restUnread,
  ]
}
