import JSON

/// A decoder is also the container of the one value at its place.
extension JSONNodeDecoder: SingleValueDecodingContainer {
  public func decodeNil() -> Bool { node.isNull }

  public func decode(_ type: Bool.Type) throws -> Bool {
    guard let value = node.bool else { throw mismatch(type, "boolean") }
    return value
  }

  public func decode(_ type: String.Type) throws -> String {
    guard let value = node.text else { throw mismatch(type, "string") }
    return value.string
  }

  public func decode(_ type: Double.Type) throws -> Double {
    guard let text = node.numberText, let value = Double(text.string), value.isFinite else {
      throw mismatch(type, "number")
    }
    return value
  }

  public func decode(_ type: Float.Type) throws -> Float {
    guard let text = node.numberText, let value = Float(text.string), value.isFinite else {
      throw mismatch(type, "number")
    }
    return value
  }

  public func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  public func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  public func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  public func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  public func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  public func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  public func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  public func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  public func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  public func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    guard let number = node.number, number.exponent >= 0, let text = node.numberText else {
      throw mismatch(type, "integer")
    }
    // Beyond `Int64` only a plain run of digits is read, which is how people write such numbers.
    guard let value = number.int64.flatMap(T.init(exactly:)) ?? T(text.string) else {
      throw mismatch(type, "integer of \(T.bitWidth) bits")
    }
    return value
  }
}

extension Text: Decodable {
  /// A string, byte for byte.
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONNodeDecoder {
      guard let text = decoder.node.text else { throw decoder.mismatch(Text.self, "string") }
      self = text
    } else {
      self.init(try decoder.singleValueContainer().decode(String.self))
    }
  }
}
