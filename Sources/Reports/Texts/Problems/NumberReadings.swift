import Evaluator
import JSON

/// The plain numbers that a number in quotes may be meant as: `29.835` is 29835 to a Vietnamese writer and 29.835 to
/// JSON, so both are shown and none is taken.
struct NumberReadings {
  let numbers: [Text]

  /// Nothing for a text that is not digits with separators, a sign before and `%` behind.
  init(of text: Text) {
    var bytes = text.utf8.filter { $0 > 0x20 }
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    let sign = bytes.first == UInt8(ascii: "-") ? "-" : ""
    if !sign.isEmpty { bytes.removeFirst() }
    let groups = bytes.split(omittingEmptySubsequences: false) { Self.isSeparator($0) }
    let separators = bytes.filter { Self.isSeparator($0) }
    guard bytes.count <= 40, let last = groups.last,
      groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      numbers = []
      return
    }
    let isUniform = separators.allSatisfy { $0 == separators.first }
    var readings: [String] = []
    if separators.isEmpty || (isUniform && Self.areThousands(groups[...])) {
      readings.append(Self.plain(groups.joined()))
    }
    // The last separator is the decimal sign where the others, all alike and different from it, part thousands.
    let others = separators.dropLast()
    if let decimal = separators.last, others.allSatisfy({ $0 == others.first && $0 != decimal }),
      others.isEmpty || Self.areThousands(groups.dropLast())
    {
      readings.append(
        Self.plain(groups.dropLast().joined()) + "." + String(decoding: last, as: UTF8.self))
    }
    numbers = readings.map { Text(sign + $0) }
  }

  func text(_ language: Language) -> Text {
    guard !numbers.isEmpty else { return language == .vi ? "ví dụ 1234.5" : "1234.5 for instance" }
    return numbers.joined(language == .vi ? " hoặc " : " or ")
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func areThousands(_ groups: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard let first = groups.first, first.first != UInt8(ascii: "0") else { return false }
    return first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Without the leading zeros that JSON refuses.
  private static func plain(_ digits: some Sequence<UInt8>) -> String {
    let digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    return digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
  }
}
