import JSON

/// The forms that names in rule files may have.
public enum NameForm: Sendable {
  /// Any text that is not empty.
  case any
  /// What an expression can name: see `isName`.
  case name
  /// What a file or an award names: see `isID`.
  case id

  func admits(_ text: Text) -> Bool {
    switch self {
    case .any: !text.isEmpty
    case .name: NameForm.isName(text)
    case .id: NameForm.isID(text)
    }
  }

  /// True for `[A-Za-z_][A-Za-z0-9_]*`: what an expression can name.
  static func isName(_ text: Text) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  /// True for `[A-Za-z0-9_][A-Za-z0-9_.-]*`.
  static func isID(_ text: Text) -> Bool {
    guard let first = text.utf8.first, isLetter(first) || isDigit(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
