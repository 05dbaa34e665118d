import Evaluator
import JSON

extension ProblemTexts {
  /// What is wrong with a JSON text: the reason, what could have stood there, and the other place involved.
  public func text(_ error: JSONError) -> Text {
    let words = TokenWords(language)
    let limit = error.limit.map { Text("\($0)") } ?? "…"
    var text = text(error.code.wording, [words.found(error.found), error.key ?? "", limit])
    if error.code.saysWhatIsExpected, !error.expected.isEmpty {
      text += choose(" Ở đây cần ", " Expected here: ") + words.expectation(error.expected) + "."
    }
    if let related = error.related {
      let sentence = error.code == .duplicateKey ? Wording.firstKey : .unfinished
      text += self.text(sentence, [self.text(related)])
    }
    return text
  }
}

extension Wording {
  fileprivate static let firstKey = Wording(vi: " Lần đầu ở {1}.", en: " It stands first at {1}.")
  fileprivate static let unfinished = Wording(
    vi: " Phần chưa kết thúc bắt đầu ở {1}.", en: " What is not finished begins at {1}.")
}

extension JSONErrorCode {
  /// False where the wording itself tells what to write.
  fileprivate var saysWhatIsExpected: Bool {
    switch self {
    case .unexpectedEnd, .unexpectedByte: true
    default: false
    }
  }

  /// Arguments: what stands there, the key, the limit.
  var wording: Wording {
    switch self {
    case .emptyInput:
      Wording(vi: "Không có nội dung để đọc.", en: "There is nothing to read.")
    case .byteOrderMark:
      Wording(
        vi: "Dữ liệu bắt đầu bằng dấu BOM, JSON không cho phép. Hãy lưu lại với mã UTF-8 không có BOM.",
        en: "The data begin with a byte order mark, which JSON forbids. Save them as UTF-8 without BOM.")
    case .notUTF8:
      Wording(
        vi: "Dữ liệu không theo mã UTF-8 (có vẻ là UTF-16 hoặc UTF-32). Hãy lưu lại với mã UTF-8.",
        en: "The data are not UTF-8 (they look like UTF-16 or UTF-32). Save them as UTF-8.")
    case .unexpectedEnd:
      Wording(vi: "Dữ liệu bị cắt ngang.", en: "The data end too early.")
    case .unexpectedByte:
      Wording(vi: "Không thể có {1} ở đây.", en: "{1} cannot stand here.")
    case .trailingBytes:
      Wording(
        vi: "Dữ liệu đã kết thúc mà vẫn còn {1} phía sau.", en: "The data are complete, yet {1} follows.")
    case .trailingComma:
      Wording(
        vi: "Thừa dấu phẩy: sau nó không còn gì. Hãy xóa dấu phẩy này.",
        en: "A comma too many: nothing follows it. Remove it.")
    case .comment:
      Wording(
        vi: "JSON không có chú thích. Hãy xóa phần bắt đầu bằng {1}.",
        en: "JSON has no comments. Remove what begins with {1}.")
    case .unknownWord:
      Wording(
        vi: "Không hiểu {1}. Chuỗi phải đặt trong ngoặc kép; ngoài ra chỉ có true, false và null.",
        en: "{1} is unknown. Text needs double quotes; the only bare words are true, false and null.")
    case .nonFiniteNumber:
      Wording(
        vi: "{1} không phải là số. Nếu chưa có số liệu, hãy bỏ trường này hoặc ghi null.",
        en: "{1} is no number. Where the figure is not known, leave the field out or write null.")
    case .plusSign:
      Wording(
        vi: "Số không được bắt đầu bằng dấu \"+\". Hãy xóa dấu này.",
        en: "A number does not begin with \"+\". Remove the sign.")
    case .leadingZero:
      Wording(
        vi: "Số không được bắt đầu bằng chữ số 0 thừa: {1}.",
        en: "A number does not begin with a superfluous 0: {1}.")
    case .missingDigit:
      Wording(
        vi: "Số viết chưa đủ: thiếu chữ số ở {1}. Hãy viết dạng 0.5 hoặc 1.0.",
        en: "The number is not complete: a digit is missing at {1}. Write 0.5 or 1.0, say.")
    case .controlCharacter:
      Wording(
        vi: "Trong chuỗi có chỗ xuống dòng hoặc ký tự điều khiển. Hãy viết \\n cho xuống dòng, \\t cho tab.",
        en: "The text holds a line break or control character. Write \\n for a line break, \\t for a tab.")
    case .invalidEscape:
      Wording(
        vi: "Sau dấu \\ chỉ có thể là \" \\ / b f n r t hoặc u. Dấu \\ thường phải viết hai lần: \\\\.",
        en: "Only \" \\ / b f n r t or u may follow \\. A plain \\ is written twice: \\\\.")
    case .invalidUnicodeEscape:
      Wording(
        vi: "Sau \\u phải có đúng bốn chữ số thập lục phân, ví dụ \\u00e0.",
        en: "Exactly four hexadecimal digits must follow \\u, as in \\u00e0.")
    case .unpairedSurrogate:
      Wording(
        vi: "Mã từ \\uD800 đến \\uDFFF phải đi thành cặp. Hãy viết thẳng ký tự đó.",
        en: "\\uD800 to \\uDFFF must come in pairs. Write the character itself.")
    case .invalidUTF8:
      Wording(
        vi: "Có {1} không đúng mã UTF-8. Hãy lưu lại với mã UTF-8.",
        en: "{1} is not UTF-8. Save the data as UTF-8.")
    case .duplicateKey:
      Wording(
        vi: "Trường {2:quoted} xuất hiện hai lần trong cùng một đối tượng.",
        en: "Field {2:quoted} stands twice in one object.")
    case .tooDeep:
      Wording(
        vi: "Lồng nhau quá sâu: nhiều nhất {3} tầng.", en: "Nested too deep: at most {3} levels.")
    case .tooLong:
      Wording(vi: "Dữ liệu quá dài: nhiều nhất {3} byte.", en: "The data are too long: at most {3} bytes.")
    case .tooManyValues:
      Wording(vi: "Có quá nhiều giá trị: nhiều nhất {3}.", en: "There are too many values: at most {3}.")
    }
  }
}
