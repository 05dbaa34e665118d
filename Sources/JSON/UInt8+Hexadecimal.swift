extension UInt8 {
  /// The value of a hexadecimal digit in either case; nil for any other byte.
  @inlinable
  public var hexadecimalValue: UInt8? {
    let digit = self &- UInt8(ascii: "0")
    if digit < 10 { return digit }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter &+ 10 : nil
  }
}
