import JSON

extension TextFormatter {
  /// The letter of a clause.
  enum Verb: UInt8 {
    case string = 0x73
    case decimal = 0x64
    case fixed = 0x66
    case scientific = 0x65
    case binary = 0x62
    case octal = 0x6F
    case hexadecimal = 0x78
    case upperHexadecimal = 0x58

    /// The text of an argument; nil where the clause can't show its type.
    func text(of value: Value, precision: Int) -> Text? {
      switch self {
      case .string: value.formatText
      case .decimal: decimal(value)
      case .fixed: fixed(value, precision)
      case .scientific:
        approximate(value).map { $0.isFinite ? $0.exponentText(decimals: precision) : $0.plainText }
      case .binary:
        if case .bool(let bool) = value { bool ? "1" : "0" } else { integer(value, radix: 2) }
      case .octal: integer(value, radix: 8)
      case .hexadecimal: hexadecimal(value, upper: false)
      case .upperHexadecimal: hexadecimal(value, upper: true)
      }
    }

    private func decimal(_ value: Value) -> Text? {
      switch value {
      case .int, .uint, .double, .decimal: value.formatText
      default: nil
      }
    }

    private func fixed(_ value: Value, _ precision: Int) -> Text? {
      if case .decimal(let decimal) = value { return fixed(decimal, precision) }
      return approximate(value).map { $0.isFinite ? $0.fixedText(decimals: precision) : $0.plainText }
    }

    /// Rounded half-even, as a double is, but from the exact number.
    private func fixed(_ decimal: Decimal, _ precision: Int) -> Text {
      var text = decimal.rounded(.halfEven, places: precision).text
      guard precision > 0 else { return text }
      let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
      let decimals = point.map { text.utf8.count - $0 - 1 } ?? 0
      if point == nil { text += "." }
      text.utf8 += [UInt8](repeating: UInt8(ascii: "0"), count: precision - decimals)
      return text
    }

    private func approximate(_ value: Value) -> Double? {
      switch value {
      case .int(let int): Double(int)
      case .uint(let uint): Double(uint)
      case .double(let double): double
      case .decimal(let decimal): decimal.double
      default: nil
      }
    }

    private func integer(_ value: Value, radix: Int, upper: Bool = false) -> Text? {
      switch value {
      case .int(let int): Text(String(int, radix: radix, uppercase: upper))
      case .uint(let uint): Text(String(uint, radix: radix, uppercase: upper))
      default: nil
      }
    }

    private func hexadecimal(_ value: Value, upper: Bool) -> Text? {
      switch value {
      case .string(let text): hexadecimal(text.utf8, upper: upper)
      case .bytes(let bytes): hexadecimal(bytes, upper: upper)
      default: integer(value, radix: 16, upper: upper)
      }
    }

    private func hexadecimal(_ bytes: [UInt8], upper: Bool) -> Text {
      let letter = upper ? UInt8(ascii: "A") : UInt8(ascii: "a")
      var digits: [UInt8] = []
      digits.reserveCapacity(2 * bytes.count)
      for byte in bytes {
        for digit in [byte >> 4, byte & 0xF] {
          digits.append(digit < 10 ? UInt8(ascii: "0") + digit : letter + digit - 10)
        }
      }
      return Text(utf8: digits)
    }
  }
}
