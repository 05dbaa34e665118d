/// RFC 8259 written down as plainly as can be: slow, recursive, by the grammar's productions.
///
/// It reads Unicode scalars, so ill-formed UTF-8 is refused before it begins.
struct ReferenceReader {
  private var rest: Substring.UnicodeScalarView

  /// True where the bytes are one JSON text without a key that stands twice in one object.
  static func accepts(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    var reader = ReferenceReader(rest: text[...].unicodeScalars)
    return reader.element() && reader.rest.isEmpty
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.starts(with: word.unicodeScalars) else { return false }
    rest.removeFirst(word.unicodeScalars.count)
    return true
  }

  private mutating func space() {
    while take(" ") || take("\n") || take("\r") || take("\t") {}
  }

  private mutating func element() -> Bool {
    space()
    guard value() else { return false }
    space()
    return true
  }

  private mutating func value() -> Bool {
    if rest.first == "\"" { return string() != nil }
    if take("true") || take("false") || take("null") { return true }
    if take("[") { return array() }
    if take("{") { return object() }
    return number()
  }

  private mutating func array() -> Bool {
    space()
    if take("]") { return true }
    repeat {
      guard element() else { return false }
    } while take(",")
    return take("]")
  }

  private mutating func object() -> Bool {
    var keys: Set<[UInt32]> = []
    space()
    if take("}") { return true }
    repeat {
      space()
      guard let key = string(), keys.insert(key).inserted else { return false }
      space()
      guard take(":"), element() else { return false }
    } while take(",")
    return take("}")
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0") {
      guard digits() else { return false }
    }
    if take(".") {
      guard digits() else { return false }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() else { return false }
    }
    return true
  }

  private mutating func digits() -> Bool {
    let isOne = { (scalar: Unicode.Scalar) in "0"..."9" ~= scalar }
    guard rest.first.map(isOne) == true else { return false }
    rest = rest.drop(while: isOne)
    return true
  }

  private mutating func string() -> [UInt32]? {
    guard take("\"") else { return nil }
    var text: [UInt32] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return text
      case "\u{0}"..<" ": return nil
      case "\\":
        guard let decoded = escape() else { return nil }
        text.append(decoded)
      default: text.append(scalar.value)
      }
    }
    return nil
  }

  private mutating func escape() -> UInt32? {
    switch rest.popFirst() {
    case "\"": return 0x22
    case "\\": return 0x5C
    case "/": return 0x2F
    case "b": return 0x08
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "u":
      guard let high = codeUnit() else { return nil }
      if !(0xD800...0xDFFF ~= high) { return high }
      guard high < 0xDC00, take("\\u"), let low = codeUnit(), 0xDC00...0xDFFF ~= low else { return nil }
      return 0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00)
    default: return nil
    }
  }

  private mutating func codeUnit() -> UInt32? {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = rest.popFirst(), digit.isASCII, let value = Character(digit).hexDigitValue else {
        return nil
      }
      unit = unit * 16 + UInt32(value)
    }
    return unit
  }
}
