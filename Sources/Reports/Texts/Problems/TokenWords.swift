import Evaluator
import JSON

/// What stands in expressions and in JSON, by the words that a message uses.
struct TokenWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  /// What an expression needs: a class of tokens by its word, a token as it is.
  func token(_ expected: Text) -> Text {
    switch expected {
    case "": choose("hết biểu thức", "the end of the expression")
    case "expression": choose("một giá trị hoặc biểu thức", "a value or an expression")
    case "identifier": choose("một tên", "a name")
    case "operator": choose("một phép toán (==, &&, + …)", "an operator (==, &&, + …)")
    default: "\"" + Excerpt.text(expected) + "\""
    }
  }

  /// What an argument of a macro must be.
  func macroArgument(_ wanted: Text) -> Text {
    switch wanted {
    case "variable": choose("một tên biến đơn giản như x", "a simple name such as x")
    case "distinct": choose("một tên khác với tên thứ nhất", "a name other than the first")
    case "field": choose("một trường như a.b", "a field such as a.b")
    default: Excerpt.text(wanted)
    }
  }

  /// What could have stood in a broken JSON text.
  func expectation(_ expected: JSONExpectation) -> Text {
    let words: [(JSONExpectation, Text)] = [
      (.value, choose("một giá trị", "a value")),
      (.key, choose("tên trường trong ngoặc kép", "a key in double quotes")),
      (.colon, choose("dấu \":\"", "\":\"")),
      (.comma, choose("dấu \",\"", "\",\"")),
      (.endOfArray, choose("dấu \"]\"", "\"]\"")),
      (.endOfObject, choose("dấu \"}\"", "\"}\"")),
      (.endOfString, choose("dấu ngoặc kép đóng chuỗi", "the closing quote of the text")),
      (.digit, choose("một chữ số", "a digit")),
      (.endOfInput, choose("hết dữ liệu", "the end of the data")),
    ]
    return words.filter { expected.contains($0.0) }.map(\.1).joined(choose(" hoặc ", " or "))
  }

  /// What stands in a JSON text where it breaks: a byte that is no text by its number.
  func found(_ found: Text) -> Text {
    guard String(validating: found.utf8, as: UTF8.self) == nil, let byte = found.utf8.first else {
      return "\"" + Excerpt.text(found) + "\""
    }
    return "byte 0x" + Text(String(byte, radix: 16, uppercase: true))
  }
}
