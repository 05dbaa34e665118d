import JSON

/// Parts of texts: `charAt`, `substring`, `trim`, `split`.
extension StringsLibrary {
  static let slicing = [
    FunctionDeclaration(
      "charAt", [Overload("string_char_at_int", member: true, [.string, .int], .string)],
      .binary { text, index, _ in
        guard case .string(let text) = text, case .int(let index) = index else { return nil }
        return charAt(text, index)
      }),
    FunctionDeclaration(
      "substring",
      [
        Overload("string_substring_int", member: true, [.string, .int], .string),
        Overload("string_substring_int_int", member: true, [.string, .int, .int], .string),
      ], .variadic { arguments, _ in substring(arguments) }),
    unary("trim", "string_trim") { .string($0.trimmed) },
    FunctionDeclaration(
      "split",
      [
        Overload("string_split_string", member: true, [.string, .string], .list(.string)),
        Overload("string_split_string_int", member: true, [.string, .string, .int], .list(.string)),
      ], .variadic { arguments, _ in split(arguments) }),
  ]

  /// The empty text at the index behind the last character.
  private static func charAt(_ text: Text, _ index: Int64) -> Value {
    guard let start = text.byteOffset(ofCodePoint: index) else {
      return .outOfBounds(index, size: text.codePointCount)
    }
    return .string(Text(utf8: text.utf8[start..<text.endOfCodePoint(at: start)]))
  }

  private static func substring(_ arguments: [Value]) -> Value? {
    guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
      case .int(let start) = arguments[1]
    else { return nil }
    let size = text.codePointCount
    var end = Int64(size)
    if arguments.count == 3 {
      guard case .int(let given) = arguments[2] else { return nil }
      end = given
    }
    guard 0...Int64(size) ~= start else { return .outOfBounds(start, size: size) }
    guard 0...Int64(size) ~= end else { return .outOfBounds(end, size: size) }
    return text.slice(codePoints: start, end).map(Value.string) ?? .reversedRange(start, end)
  }

  private static func split(_ arguments: [Value]) -> Value? {
    guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
      case .string(let separator) = arguments[1]
    else { return nil }
    var limit: Int64 = -1
    if arguments.count == 3 {
      guard case .int(let given) = arguments[2] else { return nil }
      limit = given
    }
    return .bounded(text.split(by: separator, limit: limit)?.map(Value.string), "split")
  }
}
