import JSON

/// A small generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// Random values, texts and spellings of them.
struct RandomJSON {
  var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(state: UInt64(truncatingIfNeeded: seed)) }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  mutating func value(depth: Int = 3) -> JSONValue {
    switch below(depth > 0 ? 9 : 6) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2, 3: return .number(number())
    case 4, 5: return .string(text())
    case 6: return .array((0..<below(5)).map { _ in value(depth: depth - 1) })
    default:
      var keys: Set<Text> = []
      for _ in 0..<below(depth == 1 && below(4) == 0 ? 50 : 5) { keys.insert(text()) }
      return .object(keys.sorted().map { JSONValue.Member($0, value(depth: depth - 1)) })
    }
  }

  mutating func text() -> Text {
    let alphabet: [String] = [
      "a", "b", "Z", "0", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "ệ", "ữ", "Đ", "€",
      "😀", "\u{2028}",
      "\u{FFFF}", "\u{10FFFF}", "abcdefgh",
    ]
    return Text((0..<below(12)).map { _ in alphabet[below(alphabet.count)] }.joined())
  }

  mutating func number() -> Text {
    let texts = [
      "0", "-0", "7", "-12", "0.5", "-1.50", "1e9", "2E-7", "123456789012345678901234567890", "1e999",
    ]
    return Text(texts[below(texts.count)])
  }

  /// White space, or none.
  mutating func space() -> String {
    below(3) > 0 ? "" : (0..<below(4)).map { _ in [" ", "\n", "\r", "\t"][below(4)] }.joined()
  }

  /// One of the many ways to write a value.
  mutating func spelling(of value: JSONValue) -> String {
    let inside: String
    switch value {
    case .null: inside = "null"
    case .bool(let truth): inside = truth ? "true" : "false"
    case .number(let text): inside = text.string
    case .string(let text): inside = spelling(of: text)
    case .array(let elements):
      inside =
        elements.isEmpty
        ? "[\(space())]" : "[" + elements.map { spelling(of: $0) }.joined(separator: ",") + "]"
    case .object(let members):
      let parts = members.map { "\(space())\(spelling(of: $0.key))\(space()):" + spelling(of: $0.value) }
      inside = parts.isEmpty ? "{\(space())}" : "{" + parts.joined(separator: ",") + "}"
    }
    return space() + inside + space()
  }

  private mutating func spelling(of text: Text) -> String {
    var spelling = "\""
    for scalar in text.string.unicodeScalars {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if mustEscape || below(6) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: below(2) == 0)
          spelling += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        spelling.unicodeScalars.append(scalar)
      }
    }
    return spelling + "\""
  }
}
