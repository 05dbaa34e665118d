import Evaluator
import JSON

/// What the forms of rule files and the shapes of their members are called.
struct FormWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  /// A form by its name in the loader; a kind of rule by its own.
  func form(_ name: Text) -> Text {
    switch name {
    case "manifest": choose("tệp pack.json", "a manifest")
    case "rule file": choose("tệp quy tắc", "a rule file")
    case "case file": choose("tệp tình huống kiểm thử", "a file of cases")
    case "case": choose("tình huống", "a case")
    case "expectation": choose("kết quả phải có", "an expectation")
    case "expected finding": choose("kết luận chi tiết", "an expected finding")
    case "record type": choose("loại hồ sơ", "a record type")
    case "relation": choose("liên kết", "a relation")
    case "field": choose("trường", "a field")
    case "enum": choose("danh mục", "an enum")
    case "span": choose("khoảng thời gian", "a span of days")
    case "parameter": choose("tham số", "a parameter")
    case "dated value": choose("giá trị theo thời gian", "a dated value")
    case "source": choose("văn bản căn cứ", "a source")
    case "notice": choose("lưu ý", "a notice")
    case "rule": choose("quy tắc", "a rule")
    case "template kind": choose("loại quy tắc theo mẫu", "a template kind")
    case "template parameter": choose("tham số của mẫu", "a parameter of a template")
    case "template example": choose("ví dụ của mẫu", "an example of a template")
    case "message": choose("lời văn", "a message")
    case "award": choose("danh hiệu", "an award")
    case "criterion": choose("nhóm tiêu chí", "a group of criteria")
    case "unit": choose("đơn vị tính", "a unit of measure")
    default: "\"" + Excerpt.text(name) + "\""
    }
  }

  /// What could stand in a member: alternatives joined by `|`, each a form, a JSON kind or one of these words.
  func expected(_ alternatives: Text) -> Text {
    alternatives.utf8.split(separator: UInt8(ascii: "|")).map { one(Text(utf8: $0)) }
      .joined(choose(" hoặc ", " or "))
  }

  private func one(_ expected: Text) -> Text {
    let arrayOf = Array("array of ".utf8)
    if expected.utf8.starts(with: arrayOf) {
      return choose("danh sách ", "a list of ") + one(Text(utf8: expected.utf8.dropFirst(arrayOf.count)))
    }
    return switch expected {
    case "string", "number", "boolean", "object": TypeWords(language).kind(expected)
    case "integer": choose("số nguyên", "a whole number")
    case "date": TypeWords(language).shape(expected)
    case "period": TypeWords(language).shape(expected)
    case "expression": choose("biểu thức trong ngoặc kép", "an expression in quotes")
    case "value": choose("một giá trị", "a value")
    case "2": choose("gồm 2 phần tử", "2 elements")
    case "{vi, en}": choose("đối tượng có hai phần vi và en", "an object with vi and en")
    default: form(expected)
    }
  }

  /// A type that an expression must have, in the words of the loader.
  func needed(_ type: Text) -> Text {
    switch type {
    case "scalar": choose("giá trị đơn", "a single value")
    case "any": choose("giá trị bất kỳ", "any value")
    case "ordered enum": choose("danh mục có thứ bậc", "an ordered enum")
    default: TypeWords(language).type(type)
    }
  }

  /// What a name that is declared twice names.
  func declared(_ what: Text) -> Text {
    switch what {
    case "rule": choose("Quy tắc", "Rule")
    case "award": choose("Danh hiệu", "Award")
    case "parameter": choose("Tham số", "Parameter")
    case "source": choose("Văn bản căn cứ", "Source")
    case "recordType": choose("Loại hồ sơ", "Record type")
    case "enum": choose("Danh mục", "Enum")
    case "unit": choose("Đơn vị tính", "Unit")
    case "kind": choose("Loại quy tắc", "Kind")
    case "rule member": choose("Phần chung của quy tắc", "The common member")
    case "replacement": choose("Quy tắc thay thế cho", "A replacement of")
    default: Excerpt.text(what)
    }
  }

  /// Why a number is refused.
  func numberReason(_ reason: Text) -> Text {
    switch reason {
    case "integer": choose("cần số nguyên trong phạm vi 64 bit", "a whole number of 64 bits is needed")
    case "digits": choose("quá nhiều chữ số", "it has too many digits")
    case "range": choose("ngoài phạm vi cho phép", "it is out of range")
    default: Excerpt.text(reason)
    }
  }
}
