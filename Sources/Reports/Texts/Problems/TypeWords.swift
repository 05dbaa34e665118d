import Evaluator
import JSON

/// What types are called where people read of them.
struct TypeWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  /// A type in the form of `CELType.text`: `list(decimal)` is a list of decimal numbers; names of enums and record
  /// types stay.
  func type(_ text: Text) -> Text {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "(")), text.utf8.last == UInt8(ascii: ")") else {
      return scalar(text)
    }
    let name = Text(utf8: text.utf8[..<open])
    let arguments = Self.split(Text(utf8: text.utf8[(open + 1)..<(text.utf8.count - 1)])).map { type($0) }
    let first = arguments.first ?? ""
    switch name {
    case "list": return choose("danh sách ", "list of ") + first
    case "map": return choose("bảng tra ", "map from ") + arguments.joined(choose(" → ", " to "))
    case "optional_type": return choose("tùy chọn ", "optional ") + first
    case "type": return choose("kiểu ", "type ") + first
    case "wrapper": return first + choose(" hoặc null", " or null")
    default: return Excerpt.text(name) + "(" + arguments.joined(", ") + ")"
    }
  }

  private func scalar(_ name: Text) -> Text {
    switch name {
    case "dyn": choose("giá trị bất kỳ", "any value")
    case "null": "null"
    case "bool": choose("đúng/sai", "boolean")
    case "int": choose("số nguyên", "integer")
    case "uint": choose("số nguyên không âm", "unsigned integer")
    case "double": choose("số thực double", "double")
    case "decimal": choose("số thập phân", "decimal number")
    case "ratio": choose("tỷ số", "ratio")
    case "string": choose("chuỗi ký tự", "text")
    case "bytes": choose("dãy byte", "bytes")
    case "timestamp": choose("thời điểm", "timestamp")
    case "duration": choose("khoảng thời gian", "duration")
    case "date": choose("ngày", "date")
    case "period": choose("kỳ", "period")
    case "list": choose("danh sách", "list")
    case "map": choose("bảng tra", "map")
    case "type": choose("kiểu", "type")
    case "error": choose("lỗi", "error")
    default: "\"" + Excerpt.text(name) + "\""
    }
  }

  /// A kind of JSON value by `JSONKind.name`.
  func kind(_ name: Text) -> Text {
    switch name {
    case "null": "null"
    case "boolean": choose("true/false", "true or false")
    case "number": choose("số", "a number")
    case "string": choose("chuỗi trong ngoặc kép", "text in quotes")
    case "array": choose("danh sách", "a list")
    case "object": choose("đối tượng JSON", "a JSON object")
    default: Excerpt.text(name)
    }
  }

  /// What a value of a declared type looks like in JSON.
  func shape(_ type: Text) -> Text {
    switch type {
    case "bool": choose("true hoặc false", "true or false")
    case "int": choose("số nguyên như 12", "a whole number such as 12")
    case "decimal": choose("số như 12.5", "a number such as 12.5")
    case "string": choose("chuỗi trong ngoặc kép", "text in quotes")
    case "date": choose("ngày như \"2021-12-31\"", "a date such as \"2021-12-31\"")
    case "period": choose("kỳ như \"2021-06\" hoặc \"2021\"", "a period such as \"2021-06\" or \"2021\"")
    case "timestamp":
      choose(
        "thời điểm như \"2021-12-31T08:00:00+07:00\"",
        "a point in time such as \"2021-12-31T08:00:00+07:00\"")
    case "object": kind(type)
    case _ where type.utf8.starts(with: "list(".utf8): kind("array")
    case _ where type.utf8.starts(with: "map(".utf8): kind("object")
    default:
      choose("một giá trị của danh mục ", "a member of ") + "\"" + Excerpt.text(type) + "\""
    }
  }

  /// The types in a list with commas; commas within parentheses do not count.
  static func split(_ types: Text) -> [Text] {
    var parts: [Text] = []
    var part: [UInt8] = []
    var depth = 0
    for byte in types.utf8 {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if byte == UInt8(ascii: ","), depth == 0 {
        parts.append(Text(utf8: part))
        part = []
      } else if byte != UInt8(ascii: " ") || !part.isEmpty {
        part.append(byte)
      }
    }
    return parts + [Text(utf8: part)]
  }
}
