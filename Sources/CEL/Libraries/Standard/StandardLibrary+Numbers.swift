import JSON

/// Conversions to numbers: a fraction is cut off, what does not fit is an error.
extension StandardLibrary {
  static func int(_ value: Value) -> Value? {
    switch value {
    case .int: value
    case .uint(let uint): Int64(exactly: uint).map(Value.int) ?? .outOfRange(value)
    // Both ends are excluded: the double of the smallest integer also stands for its neighbours.
    case .double(let double):
      -0x1p63 < double && double < 0x1p63 ? .int(Int64(double)) : .outOfRange(value)
    case .string(let text): text.int64.map(Value.int) ?? .unconvertible(text, "int")
    case .timestamp(let timestamp): .int(timestamp.seconds)
    default: nil
    }
  }

  static func uint(_ value: Value) -> Value? {
    switch value {
    case .uint: value
    case .int(let int): UInt64(exactly: int).map(Value.uint) ?? .outOfRange(value)
    case .double(let double):
      0 <= double && double < 0x1p64 ? .uint(UInt64(double)) : .outOfRange(value)
    case .string(let text): text.uint64.map(Value.uint) ?? .unconvertible(text, "uint")
    default: nil
    }
  }

  static func double(_ value: Value) -> Value? {
    switch value {
    case .double: value
    case .int(let int): .double(Double(int))
    case .uint(let uint): .double(Double(uint))
    case .string(let text): Double(decimalText: text).map(Value.double) ?? .unconvertible(text, "double")
    default: nil
    }
  }
}

extension Text {
  /// The digits of a number, with `-` where it is negative.
  init(integer number: Int64) {
    let digits = Text(decimal: number.magnitude)
    self = number < 0 ? "-" + digits : digits
  }

  /// The number that decimal digits spell; nil for anything else and out of range.
  var uint64: UInt64? { Text.number(utf8[...]) }

  /// The number that decimal digits, perhaps with a sign before them, spell; nil for anything else and out of range.
  var int64: Int64? {
    guard let first = utf8.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative || first == UInt8(ascii: "+") ? utf8.dropFirst() : utf8[...]
    guard let magnitude = Text.number(digits) else { return nil }
    if !isNegative { return Int64(exactly: magnitude) }
    return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard !digits.isEmpty else { return nil }
    var number: UInt64 = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
      guard !overflow, !carry else { return nil }
      number = sum
    }
    return number
  }
}
