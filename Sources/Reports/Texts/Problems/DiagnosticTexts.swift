import CEL
import JSON

extension ProblemTexts {
  /// What is wrong with an expression of a rule.
  public func text(_ diagnostic: Diagnostic) -> Text {
    text(diagnostic.code.wording, diagnostic.arguments, suggestion: diagnostic.suggestion)
  }
}

extension Diagnostic.Code {
  var wording: Wording {
    switch self {
    case .unexpectedToken:
      Wording(vi: "Gặp {1:token}, trong khi cần {2:token}.", en: "Found {1:token}, expected {2:token}.")
    case .unexpectedCharacter:
      Wording(
        vi: "Ký tự {1:quoted} không dùng được trong biểu thức.",
        en: "The character {1:quoted} has no place in an expression.")
    case .unterminatedString:
      Wording(vi: "Chuỗi chưa có dấu ngoặc đóng.", en: "The text has no closing quote.")
    case .invalidEscape:
      Wording(
        vi: "Không hiểu {1:quoted} trong chuỗi; dấu \\ thường phải viết hai lần.",
        en: "{1:quoted} is no escape; a plain \\ is written twice.")
    case .invalidNumber:
      Wording(vi: "{1:quoted} không phải là số.", en: "{1:quoted} is no number.")
    case .integerOutOfRange:
      Wording(vi: "Số nguyên {1} quá lớn (ngoài 64 bit).", en: "The integer {1} does not fit 64 bits.")
    case .invalidUTF8:
      Wording(vi: "Biểu thức không theo mã UTF-8.", en: "The expression is not UTF-8.")
    case .nestingTooDeep:
      Wording(
        vi: "Biểu thức lồng nhau quá sâu: nhiều nhất {1} tầng.",
        en: "The expression is nested too deep: at most {1} levels.")
    case .expressionTooLong:
      Wording(
        vi: "Biểu thức quá dài: nhiều nhất {1} byte.", en: "The expression is too long: at most {1} bytes.")
    case .reservedWord:
      Wording(
        vi: "{1:quoted} là từ dành riêng, không đặt làm tên được.",
        en: "{1:quoted} is a reserved word and cannot be a name.")
    case .invalidMacroArgument:
      Wording(
        vi: "Chỗ này của {1} phải là {2:macroArgument}.",
        en: "This argument of {1} must be {2:macroArgument}.")
    case .undeclaredReference:
      Wording(vi: "Tên {1:quoted} chưa được khai báo.", en: "The name {1:quoted} is not declared.")
    case .undefinedField:
      Wording(vi: "{2:type} không có trường {1:quoted}.", en: "{2:type} has no field {1:quoted}.")
    case .undeclaredFunction:
      Wording(vi: "Không có hàm {1:function}.", en: "There is no function {1:function}.")
    case .noMatchingOverload:
      Wording(
        vi: "Không dùng được {1:function} với {2:types}.", en: "{1:function} cannot be applied to {2:types}.")
    case .typeMismatch:
      Wording(
        vi: "Cần {2:type}, nhưng ở đây là {1:type}.", en: "Expected {2:type}, found {1:type}.",
        remedy: .replacement)
    case .notSelectable:
      Wording(vi: "{1:type} không có trường để đọc.", en: "A value of type {1:type} has no fields.")
    case .unknownType:
      Wording(vi: "Không có kiểu {1:quoted}.", en: "There is no type {1:quoted}.")
    case .notAMember:
      Wording(
        vi: "{1:quoted} không có trong danh mục {2:quoted}{3:members}.",
        en: "{1:quoted} is no member of {2:quoted}{3:members}.")
    case .unorderedEnum:
      Wording(
        vi: "Danh mục {1:quoted} không có thứ tự nên không so sánh hơn kém được.",
        en: "The members of {1:quoted} have no order, so < and > do not apply.")
    case .nullComparison:
      Wording(
        vi: "Trường {1} chưa có thì là chưa rõ, không bao giờ bằng null.",
        en: "The field {1} is unknown where it is not given, and never null.", remedy: .replacement)
    case .integerDivision:
      Wording(
        vi: "Phép chia hai số nguyên {1:quoted} làm mất phần lẻ. Muốn lấy phần nguyên thì dùng div.",
        en: "{1:quoted} divides integers and drops the fraction. Use div where that is meant.",
        remedy: .replacement)
    case .decimalBesideDouble:
      Wording(
        vi: "{1:quoted} trộn số thập phân chính xác với số thực gần đúng.",
        en: "{1:quoted} mixes an exact decimal with an inexact double.", remedy: .replacement)
    case .unitMismatch:
      Wording(
        vi: "Hai vế khác đơn vị tính: {1:quoted} và {2:quoted}.",
        en: "The units of measure differ: {1:quoted} and {2:quoted}.")
    case .tooCostly:
      Wording(
        vi: "Biểu thức có thể tốn {1} bước, nhiều nhất được {2}. Hãy khai báo maxItems, maxLength nhỏ hơn "
          + "hoặc bớt vòng lặp lồng nhau.",
        en:
          "The expression may take {1} steps; at most {2} are allowed. Declare smaller maxItems or maxLength, or "
          + "nest fewer loops.")
    case .invalidPattern:
      Wording(vi: "Mẫu tìm kiếm không hợp lệ: {1}.", en: "The pattern is not valid: {1}.")
    }
  }
}
