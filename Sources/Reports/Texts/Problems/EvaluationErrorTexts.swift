import CEL
import JSON

extension ProblemTexts {
  /// Why an expression has no value.
  public func text(_ error: EvaluationError) -> Text { text(error.code.wording, error.arguments) }
}

extension EvaluationError.Code {
  var wording: Wording {
    switch self {
    case .noSuchOverload:
      Wording(
        vi: "Không dùng được {1:function} với {2:types}.", en: "{1:function} cannot be applied to {2:types}.")
    case .noSuchKey:
      Wording(
        vi: "Tra {1:quoted} mà bảng không có.",
        en: "{1:quoted} was looked up in a table that does not hold it.")
    case .noSuchField: Wording(vi: "Không có trường {1:quoted}.", en: "There is no field {1:quoted}.")
    case .undeclaredReference:
      Wording(vi: "Tên {1:quoted} chưa được khai báo.", en: "The name {1:quoted} is not declared.")
    case .indexOutOfBounds:
      Wording(
        vi: "Vị trí {1} nằm ngoài danh sách có {2} phần tử (đếm từ 0).",
        en: "Index {1} lies outside the list of {2} elements (from 0).")
    case .overflow:
      Wording(
        vi: "Phép tính {1:function} cho kết quả vượt quá phạm vi của số.",
        en: "The result of {1:function} is beyond the range of numbers.")
    case .divisionByZero:
      Wording(vi: "Mẫu số bằng 0 nên không chia được.", en: "The denominator is 0.")
    case .moduloByZero:
      Wording(
        vi: "Số chia bằng 0 nên không lấy dư được.", en: "The remainder of a division by 0 is asked for.")
    case .invalidConversion:
      Wording(
        vi: "Không đổi được {1:quoted} thành {2:type}.",
        en: "{1:quoted} cannot become a value of type {2:type}.")
    case .invalidArgument:
      Wording(
        vi: "Giá trị {1:quoted} không hợp lệ; cần {2}.", en: "{1:quoted} is not valid; expected {2}.")
    case .invalidPattern:
      Wording(
        vi: "Mẫu tìm kiếm {1:quoted} không hợp lệ: {2}.", en: "The pattern {1:quoted} is not valid: {2}.")
    case .duplicateKey:
      Wording(vi: "Khóa {1:quoted} lặp lại.", en: "The key {1:quoted} stands twice.")
    case .invalidKeyType:
      Wording(vi: "{1:type} không làm khóa được.", en: "{1:type} cannot be a key.")
    case .rangeError:
      Wording(vi: "Giá trị {1:quoted} ngoài phạm vi cho phép.", en: "{1:quoted} is out of range.")
    case .emptyList:
      Wording(
        vi: "Danh sách trống nên không tính được trung bình, lớn nhất hay nhỏ nhất.",
        en: "An empty list has no mean, least or largest value.")
    case .stepLimitExceeded:
      Wording(
        vi: "Phép tính quá dài: vượt quá {1} bước.", en: "The computation is too long: more than {1} steps.")
    case .noneDereference:
      Wording(vi: "Giá trị tùy chọn đang trống.", en: "The optional has no value.")
    case .unknownTimeZone:
      Wording(vi: "Không biết múi giờ {1:quoted}.", en: "The time zone {1:quoted} is unknown.")
    }
  }
}
