import JSON

extension Text {
  /// The digits of a number.
  init(decimal number: UInt64) {
    var digits: [UInt8] = []
    var rest = number
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self.init(utf8: digits.reversed())
  }
}

extension Sequence<Text> {
  /// The texts one after the other with a separator between.
  func joined(by separator: Text) -> Text {
    var bytes: [UInt8] = []
    var isFirst = true
    for text in self {
      if !isFirst { bytes += separator.utf8 }
      bytes += text.utf8
      isFirst = false
    }
    return Text(utf8: bytes)
  }
}
