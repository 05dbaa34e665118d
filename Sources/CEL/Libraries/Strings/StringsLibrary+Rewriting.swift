import JSON

/// New texts: `lowerAscii`, `upperAscii`, `reverse`, `replace`, `join`.
extension StringsLibrary {
  static let rewriting = [
    unary("lowerAscii", "string_lower_ascii") { .string($0.asciiLowercased) },
    unary("upperAscii", "string_upper_ascii") { .string($0.asciiUppercased) },
    unary("reverse", "string_reverse") { .string($0.reversedByCodePoints) },
    FunctionDeclaration(
      "replace",
      [
        Overload("string_replace_string_string", member: true, [.string, .string, .string], .string),
        Overload(
          "string_replace_string_string_int", member: true, [.string, .string, .string, .int], .string),
      ], .variadic { arguments, _ in replace(arguments) }),
    FunctionDeclaration(
      "join",
      [
        Overload("list_join", member: true, [.list(.string)], .string),
        Overload("list_join_string", member: true, [.list(.string), .string], .string),
      ], .variadic { arguments, _ in join(arguments) }),
  ]

  private static func replace(_ arguments: [Value]) -> Value? {
    guard arguments.count == 3 || arguments.count == 4, case .string(let text) = arguments[0],
      case .string(let part) = arguments[1], case .string(let replacement) = arguments[2]
    else { return nil }
    var limit: Int64 = -1
    if arguments.count == 4 {
      guard case .int(let given) = arguments[3] else { return nil }
      limit = given
    }
    return .bounded(text.replacing(part, with: replacement, limit: limit), "replace")
  }

  private static func join(_ arguments: [Value]) -> Value? {
    guard arguments.count == 1 || arguments.count == 2, case .list(let list) = arguments[0] else {
      return nil
    }
    var separator = Text(utf8: [])
    if arguments.count == 2 {
      guard case .string(let given) = arguments[1] else { return nil }
      separator = given
    }
    var joined: [UInt8] = []
    for (index, element) in list.elements.enumerated() {
      guard case .string(let text) = element else { return nil }
      if index > 0 { joined += separator.utf8 }
      joined += text.utf8
      if joined.count > SizeLimits.text { return .overflow("join") }
    }
    return .string(Text(utf8: joined))
  }
}
