import JSON

/// A piece of a wording: text as it stands, or the place of an argument.
enum WordingPart: Hashable {
  case plain(Text)
  /// Place among the arguments, from 0.
  case argument(Int, ArgumentForm)

  /// The pieces in order; what is no place for an argument stays as it is written.
  static func parts(of text: Text) -> [WordingPart] {
    var parts: [WordingPart] = []
    var plain: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let argument = argument(rest[(rest.startIndex + 1)..<end])
      {
        if !plain.isEmpty { parts.append(.plain(Text(utf8: plain))) }
        plain = []
        parts.append(argument)
        rest = rest[(end + 1)...]
      } else {
        plain.append(byte)
        rest.removeFirst()
      }
    }
    if !plain.isEmpty { parts.append(.plain(Text(utf8: plain))) }
    return parts
  }

  /// `1` or `1:form`.
  private static func argument(_ bytes: ArraySlice<UInt8>) -> WordingPart? {
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, let number = Int(first), number > 0, parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return .argument(number - 1, .plain) }
    return ArgumentForm(rawValue: String(parts[1])).map { .argument(number - 1, $0) }
  }
}
